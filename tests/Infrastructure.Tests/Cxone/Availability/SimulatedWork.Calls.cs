using System.Net;
using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Http;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Availability;

/// <summary>The calls of the simulated work, as the handlers make them, and the model of CXone.</summary>
internal sealed partial class SimulatedWork
{
    private void Call(Row row, int repeat = 0)
    {
        var call = new CxoneCall(Steps[row.Step], row.Id, Remedies);
        if (_availability.Refuse(call) is { } refused)
        {
            Fail(row, refused);
        }
        else if (_permits > 0)
        {
            _permits--;
            Send(row, call, repeat);
        }
        else
        {
            _waitingForPermit.Enqueue(() => Send(row, call, repeat));
        }
    }

    private void Send(Row row, CxoneCall call, int repeat)
    {
        if (_availability.Refuse(call) is { } refused)
        {
            GivePermitBack();
            Fail(row, refused);
            return;
        }

        Sent(() =>
        {
            var status = Answers(row.Id, call.Kind);
            GivePermitBack();
            if (call.Kind.OnlyReads() && _throttle.MayRetry(status >= 500) && repeat < ReadRetryHandler.MaxRetries)
            {
                After(TimeSpan.FromMilliseconds(100 << repeat), () => Call(row, repeat + 1));
            }
            else
            {
                Answered(row, call, status);
            }
        });
    }

    private void Sent(Action answered)
    {
        UnderWay++;
        OnSent?.Invoke();
        After(Latency, () =>
        {
            UnderWay--;
            answered();
        });
    }

    private void GivePermitBack()
    {
        if (_waitingForPermit.TryDequeue(out var next))
        {
            next();
        }
        else
        {
            _permits++;
        }
    }

    private void Answered(Row row, CxoneCall call, int status)
    {
        if (status is 200)
        {
            _availability.Answered(call, isAllowed: true);
            if (call.Kind == CallKind.ReadForm)
            {
                _control.FormRead(row.Id);
            }

            row.Step++;
            if (row.Step < Steps.Length)
            {
                Call(row);
                return;
            }

            row.DoneAt = Elapsed;
            End(row);
            return;
        }

        var failure = Judge(call, status);
        if (call.Kind == CallKind.ReadForm && _control.Begin(failure) is { } witness)
        {
            Ask(witness, () => Fail(row, failure));
        }
        else
        {
            Fail(row, failure);
        }
    }

    private void Ask(string witness, Action then)
    {
        var call = new CxoneCall(CallKind.ReadForm, witness, Remedies);
        if (_availability.Refuse(call) is not null)
        {
            _availability.WorkEnded(witness);
            then();
            return;
        }

        Sent(() =>
        {
            Learn(call, Answers(witness, call.Kind));
            _availability.WorkEnded(witness);
            then();
        });
    }

    private void Learn(CxoneCall call, int status)
    {
        if (status is 200)
        {
            _availability.Answered(call, isAllowed: true);
        }
        else
        {
            Judge(call, status);
        }
    }

    private CallFailure Judge(CxoneCall call, int status)
    {
        var isDenied = status is >= 400 and < 500;
        var failure = new CallFailure(isDenied ? FailureKind.Rejected : FailureKind.Unknown, $"Status {status}.") { Status = status };
        return isDenied
            ? _availability.Denied(call, (HttpStatusCode)status, failure)
            : _availability.Failed(call, failure, failure.Reason, isConnection: false);
    }

    private void Fail(Row row, CallFailure failure)
    {
        row.FollowUp = RetryPolicy.AfterFailure(row.FollowUp, failure, MaxAttempts, _time.GetUtcNow(), _chance.NextDouble());
        End(row);
    }
}

using CxoneAssist.Simulator.Forms;
using CxoneAssist.Simulator.Notifications;
using CxoneAssist.Simulator.Tasks;
using CxoneAssist.Simulator.Tokens;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Serving;

/// <summary>Answers one call and records it.</summary>
internal sealed class CallHandler(SimulatorTenant tenant, CancellationToken stopping)
{
    private static readonly SimulatorResponse Unknown = SimulatorResponse.Error(404, "No such resource.");

    private readonly CallGate _gate = new(tenant);
    private readonly TokenEndpoint _token = new(tenant);
    private readonly FormEndpoint _form = new(tenant);
    private readonly CreateTaskEndpoint _createTask = new(tenant);
    private readonly FindTasksEndpoint _findTasks = new(tenant);
    private readonly NotifyEndpoint _notify = new(tenant);

    public async Task HandleAsync(HttpContext http)
    {
        var route = CallRoute.Match(http.Request);
        tenant.Ledger.Arrived(route.Call);
        var answer = SimulatorResponse.None;
        try
        {
            answer = await AnswerInTimeAsync(http, route, tenant.Faults);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The caller disconnected, or the simulator is stopping: there is no connection to
            // answer on.
        }

        // Recorded first, so that a caller that has an answer finds the call in the ledger.
        tenant.Ledger.Answered(route.Call, answer.Status);
        await answer.SendAsync(http);
    }

    private async ValueTask<SimulatorResponse> AnswerInTimeAsync(
        HttpContext http, CallRoute route, SimulatorFaults faults)
    {
        if (tenant.Options.Latency > TimeSpan.Zero)
        {
            await DelayAsync(tenant.Options.Latency, http);
        }

        var answer = await AnswerAsync(http.Request, route, faults);
        if (tenant.Meets(SimulatorFault.SlowAnswer, faults.SlowAnswer))
        {
            await DelayAsync(faults.SlowAnswerDelay, http);
        }

        return answer;
    }

    private ValueTask<SimulatorResponse> AnswerAsync(HttpRequest request, CallRoute route, SimulatorFaults faults)
    {
        if (route.Call > SimulatorCall.Token && _gate.Refuse(request, route.Call, faults) is { } refusal)
        {
            return new ValueTask<SimulatorResponse>(refusal);
        }

        return route.Call switch
        {
            SimulatorCall.Token => _token.IssueAsync(request, faults),
            SimulatorCall.Form => new ValueTask<SimulatorResponse>(_form.Read(route.InteractionId, faults)),
            SimulatorCall.CreateTask => _createTask.CreateAsync(request, faults),
            SimulatorCall.FindTasks => new ValueTask<SimulatorResponse>(_findTasks.Find(request.Query, faults)),
            SimulatorCall.Notify => _notify.NotifyAsync(request, faults),
            _ => new ValueTask<SimulatorResponse>(Unexpected(request)),
        };
    }

    private SimulatorResponse Unexpected(HttpRequest request)
    {
        tenant.Ledger.Unexpected($"{request.Method} {request.Path}{request.QueryString}");
        return Unknown;
    }

    private async Task DelayAsync(TimeSpan delay, HttpContext http)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(stopping, http.RequestAborted);
        await Task.Delay(delay, tenant.Time, gone.Token);
    }
}

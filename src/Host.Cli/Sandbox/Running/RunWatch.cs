using System.Globalization;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>Waits for the end of a run: all webhooks sent, no follow-up open.</summary>
internal sealed class RunWatch(ServiceApi host, Deliveries deliveries, int interactions, TimeProvider time)
{
    private const int MostExamples = 3;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(60);

    private RunState _state = new(0, deliveries.Total, interactions, default);
    private long _movedAt = time.GetTimestamp();

    /// <summary>Waits for the end.</summary>
    /// <param name="sending">The sending of the webhooks.</param>
    /// <param name="show">Called with each state.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="CommandFailure">
    /// Nothing changed for a minute, or the sending failed.
    /// </exception>
    public async Task<RunState> UntilOverAsync(Task sending, Action<RunState> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (sending.IsFaulted)
            {
                await sending;
            }

            await LookAsync(cancellationToken);
            show(_state);
            if (_state.IsOver)
            {
                return _state;
            }

            await Task.Delay(BetweenLooks, time, cancellationToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // Webhooks are counted before follow-ups, so the follow-ups of all counted webhooks exist.
        var acknowledged = deliveries.Acknowledged;
        var counts = await host.CountsAsync(cancellationToken) ?? _state.Inbox;
        var state = _state with { Acknowledged = acknowledged, Inbox = counts };
        if (state != _state)
        {
            (_state, _movedAt) = (state, time.GetTimestamp());
        }
        else if (time.GetElapsedTime(_movedAt) > LongestStandstill)
        {
            throw new CommandFailure(Standstill(state) + await StuckAsync(cancellationToken));
        }
    }

    private static string Standstill(RunState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"Nothing moved for {LongestStandstill.TotalSeconds} seconds: {state.Acknowledged} of {state.Webhooks} "
        + $"webhooks are acknowledged, {state.Inbox.Settled} of {state.Interactions} follow-ups settled; "
        + $"{state.Inbox.Received} are received, {state.Inbox.Creating} creating, {state.Inbox.Created} created.");

    private async Task<string> StuckAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var state in new[] { "received", "creating", "created" })
        {
            var stuck = await host.FollowUpsAsync(state, MostExamples, cancellationToken) ?? [];
            lines.AddRange(stuck.Take(MostExamples).Select(one => $"\n  {state}: {one.InteractionId}: {one.Reason}"));
        }

        return string.Concat(lines);
    }
}

using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.AspNetCore.Tests.Health;

/// <summary>An inbox with a scripted state.</summary>
internal sealed class ScriptedRecords : IFollowUpRecords
{
    private int probes;

    public int Probes => Volatile.Read(ref probes);

    public Func<Task> Probe { get; set; } = () => Task.CompletedTask;

    public Func<Task<InboxStatus>>? Failure { get; set; }

    public InboxStatus Status { get; set; } = new(new Dictionary<FollowUpState, long> { [FollowUpState.Done] = 12 }, 0, null);

    public Task ProbeAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref probes);
        return Probe();
    }

    public Task<InboxStatus> StatusAsync(CancellationToken cancellationToken) => Failure?.Invoke() ?? Task.FromResult(Status);

    public Task<FollowUpRecord?> FindAsync(string interactionId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> ForgetAsync(string customer, OperatorAction action, int max, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<FollowUpRows> ListAsync(FollowUpFilter filter, PagePosition? after, int take, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<bool> AmendAsync(FollowUpRecord current, FollowUp next, OperatorAction action, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}

/// <summary>A connection to CXone with a scripted state.</summary>
internal sealed class ScriptedConnection : ICxoneConnectionStatus
{
    public CxoneConnectionReport Status { get; set; } = new(true, "Connected.");

    public CxoneConnectionReport Report() => Status;
}

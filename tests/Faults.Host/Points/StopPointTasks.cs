using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Points;

/// <summary>
/// Tells the handler nearest to the socket how long the lease of a create call lasts. A call that leaves after it went through the one window
/// that is left: the process was stopped between its last check and its write. Each is counted.
/// </summary>
internal sealed class StopPointTasks(IWorkflowTasks inner, StopPoint point, TimeProvider time) : TasksDecorator(inner)
{
    private static readonly AsyncLocal<(DateTimeOffset End, TimeProvider Time)?> Lease = new();

    public override Task<TaskCreation> CreateAsync(
        TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        point.Reached("before:check");
        Lease.Value = (leaseEndsAt, time);
        return base.CreateAsync(request, leaseEndsAt, cancellationToken);
    }

    public static void Sending()
    {
        if (Lease.Value is { } lease && lease.Time.GetUtcNow() >= lease.End)
        {
            FaultEvidence.Say("sent after its lease");
        }
    }
}

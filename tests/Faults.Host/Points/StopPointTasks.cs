using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Points;

/// <summary>
/// Passes the end of a create call's lease to the handler closest to the socket. A call that is
/// sent after that went through the one remaining window: the process was suspended between its
/// last check and its write. Each such call is counted.
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

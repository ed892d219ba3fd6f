using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Creates tasks without checking how long the lease still lasts.</summary>
internal sealed class SendsWithoutLooking(IWorkflowTasks inner) : TasksDecorator(inner)
{
    public override Task<TaskCreation> CreateAsync(
        TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken) =>
        base.CreateAsync(request, DateTimeOffset.MaxValue, cancellationToken);
}

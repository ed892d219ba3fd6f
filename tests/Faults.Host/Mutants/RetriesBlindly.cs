using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Repeats a create call whose outcome is unknown, as a standard resilience handler does.</summary>
internal sealed class RetriesBlindly(IWorkflowTasks inner) : TasksDecorator(inner)
{
    public override async Task<TaskCreation> CreateAsync(
        TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        var creation = await base.CreateAsync(request, leaseEndsAt, cancellationToken);
        return creation is TaskCreation.Failed { Failure.Kind: FailureKind.Unknown }
            ? await base.CreateAsync(request, leaseEndsAt, cancellationToken)
            : creation;
    }
}

using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Treats one refused payload as a refusal of all.</summary>
internal sealed class StopsAtARefusal(IWorkflowTasks inner) : TasksDecorator(inner)
{
    private volatile TaskCreation.Failed? _refused;

    public override async Task<TaskCreation> CreateAsync(
        TaskRequest request, DateTimeOffset leaseEndsAt, CancellationToken cancellationToken)
    {
        if (_refused is { } refused)
        {
            return refused;
        }

        var creation = await base.CreateAsync(request, leaseEndsAt, cancellationToken);
        _refused ??= creation as TaskCreation.Failed;
        return creation;
    }
}

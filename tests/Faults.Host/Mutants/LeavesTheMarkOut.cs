using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>Creates a task again without marking it as a possible duplicate.</summary>
internal sealed class LeavesTheMarkOut(IWorkflowTasks inner) : TasksDecorator(inner)
{
    private const string Mark = "Possible duplicate: an earlier task for this interaction could not be confirmed. ";

    public override string Compose(FollowUpTask task) =>
        base.Compose(task with { Description = task.Description.Replace(Mark, "", StringComparison.Ordinal) });
}

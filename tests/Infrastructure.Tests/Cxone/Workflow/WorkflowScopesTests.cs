using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Workflow;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Workflow;

internal sealed class WorkflowScopesTests
{
    [Test]
    public void All_AreTheScopesOfEveryKindOfCall() => Assert.That(
        Enum.GetValues<CallKind>().SelectMany(kind => WorkflowScopes.For(kind)?.Split(' ') ?? []),
        Is.EquivalentTo(WorkflowScopes.All.Split(' ')));
}

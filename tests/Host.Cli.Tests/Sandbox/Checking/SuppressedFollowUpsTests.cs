using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Checking;

internal sealed class SuppressedFollowUpsTests
{
    private static readonly FollowUpPolicy Policy =
        PolicyRules.Policy(""" "notice": "1h", "suppress": { "per": "customerId", "within": "14d", "unless": "worse" } """);

    [Test]
    public void Compare_OneTaskOfTwo_AgreesWhicheverWasFirst([Values("i-1", "i-2")] string made) =>
        Assert.That(Compare([Of("i-1", "2"), Of("i-2", "2")], [PolicyRules.Task(1, made, "2")]), Is.Empty);

    [Test]
    public void Compare_WorseScore_MayHaveATaskTooWhicheverWasCreatedFirst([Values(-5, 5)] int afterSeconds) => Assert.That(
        Compare([Of("i-1", "2"), Of("i-2", "1")], [PolicyRules.Task(1, "i-1", "2"), PolicyRules.Task(2, "i-2", "1", afterSeconds: afterSeconds)]),
        Is.Empty);

    [Test]
    public void Compare_MilderTaskMissing_Agrees() =>
        Assert.That(Compare([Of("i-1", "2"), Of("i-2", "1")], [PolicyRules.Task(2, "i-2", "1")]), Is.Empty);

    [Test]
    public void Compare_WorseTaskMissing_IsNamed() => Assert.That(
        Compare([Of("i-1", "2"), Of("i-2", "1")], [PolicyRules.Task(1, "i-1", "2")]).Single(),
        Is.EqualTo(new Disagreement("i-2", "one High task is owed, but CXone has none")));

    [Test]
    public void Compare_NoTaskAtAll_IsNamedOfBoth() =>
        Assert.That(Compare([Of("i-1", "2"), Of("i-2", "2")], []).Select(one => one.About), Is.EqualTo(["i-1", "i-2"]));

    [Test]
    public void Compare_TwoTasksForTheSameScore_AreOneTooMany() => Assert.That(
        Compare([Of("i-1", "2"), Of("i-2", "2")], [PolicyRules.Task(1, "i-1", "2"), PolicyRules.Task(2, "i-2", "2")]).Single(),
        Is.EqualTo(new Disagreement("i-2", "has task-2 although it is suppressed by i-1")));

    [Test]
    public void Compare_SecondTaskOutsideTheWindow_AgreesInAnyOrderOfTheSurveys([Values] bool isReversed)
    {
        var policy = PolicyRules.Policy(""" "notice": "1h", "suppress": { "per": "customerId", "within": "30m", "unless": "worse" } """);
        ExpectedFollowUp[] expected = [PolicyRules.Expected(policy, "i-1", "2", "c-1"), PolicyRules.Expected(policy, "i-2", "2", "c-1")];
        SimulatorTask[] tasks = [PolicyRules.Task(1, "i-1", "2"), PolicyRules.Task(2, "i-2", "2", afterSeconds: 3600)];

        Assert.That(Compare(isReversed ? [.. expected.Reverse()] : expected, tasks), Is.Empty);
    }

    [TestCase("c-1", "c-2")]
    [TestCase(null, null)]
    [TestCase("c-1", "C-1")]
    public void Compare_OtherCustomersOrNone_SuppressNothing(string? one, string? other) => Assert.That(
        Compare([Of("i-1", "2", one), Of("i-2", "2", other)], [PolicyRules.Task(1, "i-1", "2")]).Single().About, Is.EqualTo("i-2"));

    private static ExpectedFollowUp Of(string id, string score, string? customer = "c-1") => PolicyRules.Expected(Policy, id, score, customer);

    private static IEnumerable<Disagreement> Compare(ExpectedFollowUp[] expected, SimulatorTask[] tasks) =>
        TaskCheck.Compare(expected, tasks, SuppressedFollowUps.Find(expected, tasks));
}

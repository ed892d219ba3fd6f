namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class TextSettingsTests
{
    private const string OfTasks = "{interactionId}, {agentId}, {customerId}, {score}, {field}, {tier}, {priority}, {policy}, {skill}, {queue}, "
        + "{channel}, {language}";

    [TestCase("Subject", "About {tier}, {priority}: {policy}, {field}")]
    [TestCase("Description", "{skill} {queue} {channel} {language}")]
    [TestCase("PossibleDuplicate", "Again, {customerId}: {} {{score}} {")]
    [TestCase("Notification", "{taskId} of tier {tier}")]
    public void Text_WithKnownPlaceholders_IsTaken(string key, string text) =>
        Assert.That(CheckedAtStart.Faults(($"CxoneAssist:FollowUp:Texts:{key}", text)), Is.Empty);

    [TestCase("Subject", "For {stranger}", "stranger", OfTasks)]
    [TestCase("Subject", "For {Score}", "Score", OfTasks)]
    [TestCase("Description", "{taskId}", "taskId", OfTasks)]
    [TestCase("PossibleDuplicate", "{ score }", " score ", OfTasks)]
    [TestCase("Notification", "{customer_id}", "customer_id", OfTasks + ", {taskId}")]
    public void Text_WithAnUnknownPlaceholder_StopsTheStartAndNamesTheKnownOnes(string key, string text, string unknown, string known) => Assert.That(
        CheckedAtStart.Faults(($"CxoneAssist:FollowUp:Texts:{key}", text)),
        Is.EqualTo([$"CxoneAssist:FollowUp:Texts:{key} holds the unknown placeholder {{{unknown}}}; known are {known}."]));

    [Test]
    public void Text_WithSeveralUnknownPlaceholders_NamesEachOnce()
    {
        var faults = CheckedAtStart.Faults(("CxoneAssist:FollowUp:Texts:Subject", "{one} {two} {one}"));

        Assert.That(faults.Select(fault => fault.Split(';')[0].Split(' ')[^1]), Is.EqualTo(["{one}", "{two}"]));
    }
}

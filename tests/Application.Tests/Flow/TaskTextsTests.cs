using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class TaskTextsTests
{
    private static readonly CompletedInteraction Interaction = FlowHarness.Interaction with
    {
        CustomerId = "customer-7",
        Skill = "billing",
        Queue = "q-1",
        Channel = "voice",
        Language = "de",
    };

    private static readonly FollowUp Known = new(Interaction, JumpingTime.Morning)
    {
        Decision = new RecordedDecision
        {
            Policy = "retail",
            DecidedAt = JumpingTime.Morning,
            Score = 2.50m,
            Tier = "detractor",
            Priority = TaskPriority.High,
            Reasons = [],
            Field = "csat",
        },
        TaskId = "task-1",
    };

    [TestCase("no placeholder", "no placeholder")]
    [TestCase("{agentId} and {customerId}", "agent-042 and customer-7")]
    [TestCase("{score}, {score}", "2.50, 2.50")]
    [TestCase("{tier}: {priority} by {policy} on {field}", "detractor: High by retail on csat")]
    [TestCase("{skill} {queue} {channel} {language}", "billing q-1 voice de")]
    [TestCase("{} {{score}}", "{} {2.50}")]
    public void Subject_OfTheOptions_HoldsEveryPlaceholderOfAPolicysTexts(string template, string text) =>
        Assert.That(Texts(template).Subject(Known), Is.EqualTo(text));

    [Test]
    public void Notification_OfTheOptions_HoldsTheTasksId()
    {
        var texts = new TaskTexts(new FakePolicies(), new() { Texts = new() { Notification = "{taskId} for {interactionId}" } });

        Assert.That(texts.Notification(Known), Is.EqualTo($"task-1 for {Interaction.InteractionId}"));
    }

    [Test]
    public void Subject_ValuesThatAreMissing_AreCalledUnknown() => Assert.That(
        Texts("{customerId} {score} {tier} {priority} {skill}").Subject(new FollowUp(FlowHarness.Interaction, JumpingTime.Morning)),
        Is.EqualTo("unknown unknown unknown unknown unknown"));

    [Test]
    public void Subject_PlaceholderInAValue_IsNotFilledInAgain()
    {
        var sly = Known with { Interaction = Known.Interaction with { CustomerId = "{agentId}" } };

        Assert.That(Texts("{customerId}").Subject(sly), Is.EqualTo("{agentId}"));
    }

    [Test]
    public void Texts_WithAnUnknownPlaceholder_AreRefused() =>
        Assert.That(() => Texts("{taskId}"), Throws.InvalidOperationException.With.Message.Contains("{taskId}"));

    private static TaskTexts Texts(string subject) => new(new FakePolicies(), new() { Texts = new() { Subject = subject } });
}

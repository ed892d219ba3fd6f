using CxoneAssist.Application.Tests.World;

namespace CxoneAssist.Application.Tests;

internal sealed class FollowUpTextsTests
{
    private static readonly FollowUp Known = new(ContactCentre.Interaction with { CustomerId = "customer-7" }, JumpingTime.Morning)
    {
        Decision = new RecordedDecision("default", JumpingTime.Morning, 2.50m, null, null, null, []),
        TaskId = "task-1",
    };

    [TestCase("", "")]
    [TestCase("no placeholder", "no placeholder")]
    [TestCase("{interactionId}", "8305c058-38a8-4ac8-a024-baa1f53d44df")]
    [TestCase("{agentId} and {customerId}", "agent-042 and customer-7")]
    [TestCase("{score}, {score}", "2.50, 2.50")]
    [TestCase("task {taskId}.", "task task-1.")]
    [TestCase("{other} {Score} {} { score } {{score}}", "{other} {Score} {} { score } {2.50}")]
    public void Fill_Template_PutsWhatIsKnownInItsPlace(string template, string text) =>
        Assert.That(FollowUpTexts.Fill(template, Known), Is.EqualTo(text));

    [Test]
    public void Fill_WhatIsNotKnown_IsSaid() =>
        Assert.That(
            FollowUpTexts.Fill("{customerId} {score} {taskId}", new FollowUp(ContactCentre.Interaction, JumpingTime.Morning)),
            Is.EqualTo("unknown unknown unknown"));

    [Test]
    public void Fill_PlaceholderInAValue_IsNotFilledInAgain()
    {
        var sly = Known with { Interaction = Known.Interaction with { CustomerId = "{agentId}" } };

        Assert.That(FollowUpTexts.Fill("{customerId}", sly), Is.EqualTo("{agentId}"));
    }

    [TestCase("{interactionId} {agentId} {customerId} {score}", true)]
    [TestCase("{interactionId} {agentId} {customerId} {score}", false)]
    [TestCase("{taskId}", true)]
    [TestCase("{taskId}", false, "taskId")]
    [TestCase("{Score} {sore}", true, "Score", "sore")]
    [TestCase("none {} {{score}} {", false)]
    [TestCase("{ score } {customer_id}", false, " score ", "customer_id")]
    public void UnknownPlaceholders_Template_NamesThoseThatCannotBeFilledIn(string template, bool taskIsKnown, params string[] unknown) =>
        Assert.That(FollowUpTexts.UnknownPlaceholders(template, taskIsKnown), Is.EqualTo(unknown));

    [Test]
    public void Defaults_HaveNoUnknownPlaceholder()
    {
        var texts = new FollowUpTexts();

        string[] ofTasks = [texts.Subject, texts.Description, texts.PossibleDuplicate];
        Assert.That(ofTasks.SelectMany(text => FollowUpTexts.UnknownPlaceholders(text, taskIsKnown: false)), Is.Empty);
        Assert.That(FollowUpTexts.UnknownPlaceholders(texts.Notification, true), Is.Empty);
    }
}

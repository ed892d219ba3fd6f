using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class DecideStepTests
{
    private static readonly string[] WithoutATask = ["read form", "save Done"];

    private readonly FlowHarness _harness = new();

    [TestCase("1", TaskPriority.High, 24)]
    [TestCase("2", TaskPriority.High, 24)]
    [TestCase("2.9", TaskPriority.High, 24)]
    [TestCase("3", TaskPriority.Medium, 72)]
    [TestCase("3.5", TaskPriority.Medium, 72)]
    [TestCase("3.99", TaskPriority.Medium, 72)]
    public async Task Score_BelowFour_OwesOneTaskAndOneNotification(string score, TaskPriority priority, int hours)
    {
        _harness.Forms.Usual = FakeForms.Scored(score);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That(_harness.Tasks.Held.Select(held => held.Task), Is.EqualTo(new[]
        {
            new FollowUpTask
            {
                InteractionId = "8305c058-38a8-4ac8-a024-baa1f53d44df",
                Subject = "Agent Assist: Follow-up required for interaction 8305c058-38a8-4ac8-a024-baa1f53d44df",
                Description = $"Post-interaction satisfaction score: {score}. Requires agent review and remediation.",
                DueDate = JumpingTime.Morning.AddHours(hours),
                Priority = priority,
                AssigneeId = "agent-042",
            },
        }));
        Assert.That(_harness.Notifications.Shown, Is.EqualTo(new[]
        {
            new AgentNotification(
                "8305c058-38a8-4ac8-a024-baa1f53d44df",
                "agent-042",
                "New Assist Task assigned: task-1. Review interaction 8305c058-38a8-4ac8-a024-baa1f53d44df."),
        }));
        Assert.That(
            (end.State, end.Outcome, end.TaskId, end.Notification, end.Reason),
            Is.EqualTo((FollowUpState.Done, FollowUpOutcome.TaskCreated, "task-1", NotificationStatus.Sent, (string?)null)));
    }

    [TestCase("4", "no tier reaches up to it")]
    [TestCase("5", "no tier reaches up to it")]
    [TestCase("", "overall_satisfaction is empty")]
    [TestCase(null, "overall_satisfaction is empty")]
    public async Task Score_FourAndAboveOrUnanswered_OwesNothing(string? score, string reason)
    {
        _harness.Forms.Usual = FakeForms.Submitted(JumpingTime.Morning, score);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Outcome, end.Reason), Is.EqualTo((FollowUpState.Done, FollowUpOutcome.NoTask, reason)));
        Assert.That(_harness.Journal.Steps, Is.EqualTo(WithoutATask));
    }

    [Test]
    public async Task Form_WithoutTheQuestion_OwesNothingAndSaysSo()
    {
        _harness.Forms.Usual = FakeForms.Submitted(JumpingTime.Morning);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.Outcome, end.Reason), Is.EqualTo((FollowUpOutcome.NoTask, "the form has no field overall_satisfaction")));
    }

    [TestCase("not a number: 'NaN'", "NaN")]
    [TestCase("not a number: 'Infinity'", "Infinity")]
    [TestCase("not a number: '1e400'", "1e400")]
    [TestCase("not a number: '3,5'", "3,5")]
    [TestCase("not a number: '2.5abc'", "2.5abc")]
    [TestCase("overall_satisfaction is -1, outside the scale 1 to 5", "-1")]
    [TestCase("overall_satisfaction is 11, outside the scale 1 to 5", "11")]
    [TestCase("given more than once, with different values", "2", "5")]
    public async Task Score_Invalid_IsParkedForReviewWithTheReason(string reason, params string?[] scores)
    {
        _harness.Forms.Usual = FakeForms.Scored(scores);

        var end = await _harness.ReceiveAndRunToRestAsync();

        Assert.That((end.State, end.Outcome), Is.EqualTo((FollowUpState.Parked, FollowUpOutcome.None)));
        Assert.That(end.Reason, Does.StartWith("The form needs a person's review: ").And.Contain(reason));
        Assert.That(end.Decision!.Reasons, Is.Not.Empty);
        Assert.That(_harness.Tasks.Sent, Is.Empty);
    }

    [Test]
    public async Task DueDate_InteractionSaysWhenItEnded_CountsFromThere()
    {
        await _harness.ReceiveAsync(FlowHarness.Interaction with { CompletedAt = JumpingTime.Morning.AddHours(-2) });

        await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held.Single().Task.DueDate, Is.EqualTo(JumpingTime.Morning.AddHours(22)));
    }

    [Test]
    public async Task Decision_OtherPolicyAndTexts_AreFollowed()
    {
        _harness.Policy = new FollowUpPolicy(
            "effort",
            new ScoreQuestion("overall_satisfaction", 1, 7),
            new([new Tier("hard", 7, TaskPriority.Critical, new(30, DurationUnit.Minutes))]),
            new(5, DurationUnit.Minutes));
        _harness.Options.Texts = new()
        {
            Subject = "{customerId} scored {score}",
            Description = "See {agentId}.",
            Notification = "{taskId} for {customerId}",
        };
        _harness.Forms.Usual = FakeForms.Scored("6.50");
        await _harness.ReceiveAsync(FlowHarness.Interaction with { CustomerId = "customer-7" });

        var end = await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held.Single().Task, Is.EqualTo(new FollowUpTask
        {
            InteractionId = FlowHarness.Interaction.InteractionId,
            Subject = "customer-7 scored 6.50",
            Description = "See agent-042.",
            DueDate = JumpingTime.Morning.AddMinutes(30),
            Priority = TaskPriority.Critical,
            AssigneeId = "agent-042",
        }));
        Assert.That(_harness.Notifications.Shown.Single().Message, Is.EqualTo("task-1 for customer-7"));
        Assert.That((end.Decision!.Policy, end.Decision.Tier, end.Decision.Score), Is.EqualTo(("effort", "hard", 6.50m)));
    }

    [Test]
    public async Task Decision_OnceMade_StandsWhateverTheFormSaysLater()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        await _harness.ReceiveAndRunAsync();
        _harness.Forms.Usual = FakeForms.Scored("5");
        _harness.Policy = new FollowUpPolicy("other", FollowUpPolicy.Default.Question, new([new Tier("t", 2, TaskPriority.Low, default)]), default);

        var end = await _harness.RunToRestAsync();

        Assert.That(_harness.Journal.Steps.Count(step => step == "read form"), Is.EqualTo(1));
        Assert.That(_harness.Inbox.Checkpoints.Select(saved => saved.Decision).Distinct().ToArray(), Is.EqualTo(new[] { end.Decision }));
        Assert.That(_harness.Tasks.Held.Single().Task.Priority, Is.EqualTo(TaskPriority.High));
    }
}

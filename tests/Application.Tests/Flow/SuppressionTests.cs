using CxoneAssist.Application.FollowUps.Steps;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class SuppressionTests
{
    private static readonly CompletedInteraction OfCustomer = FlowHarness.Interaction with { CustomerId = "c-1" };

    private readonly FlowHarness _harness = new()
    {
        Policy = new FollowUpPolicy(
            "suppressing",
            FollowUpPolicy.Default.Question,
            FollowUpPolicy.Default.Tiers,
            FollowUpPolicy.Default.MinimumLeadTime,
            suppression: new SuppressionRule(new FollowUpDuration(14, DurationUnit.Days))),
    };

    [Test]
    public async Task Task_CustomerHasOneAsBad_IsSuppressedAndLeansOnIt()
    {
        var earlier = new EarlierFollowUp("earlier", _harness.Now.AddDays(-3), 2);
        _harness.Inbox.Earlier.Add(earlier);

        var end = await RunAsync();

        Assert.That((end.State, end.Outcome, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Done, FollowUpOutcome.NoTask, 0)));
        Assert.That(end.Decision!.Suppression!.SuppressedBy, Is.EqualTo(earlier));
        Assert.That((end.Decision.Priority, end.Decision.DueDate, end.Decision.Tier), Is.EqualTo((TaskPriority.High, _harness.Now.AddDays(1), "detractor")));
        Assert.That(end.Decision.Reasons[^1], Is.EqualTo("The earlier task is that of interaction earlier."));
        Assert.That(end.Reason, Does.StartWith("Suppressed: ").And.Contains("14d"));
    }

    [Test]
    public async Task Task_WorseThanTheWorst_GetsThroughAndSaysSo()
    {
        _harness.Inbox.Earlier.Add(new("earlier", _harness.Now.AddDays(-3), 2.5m));
        var end = await RunAsync();

        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That((end.Decision!.Suppression!.Admitted, end.Decision.Suppression.SuppressedBy), Is.EqualTo((true, (EarlierFollowUp?)null)));
        Assert.That(end.Decision.Reasons[^1], Does.StartWith("Not suppressed: ").And.Contains("is worse"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public async Task Task_CustomerIsNotKnown_IsNeverSuppressed(string? customerId)
    {
        _harness.Inbox.Earlier.Add(new("earlier", _harness.Now, 1));
        await _harness.ReceiveAsync(FlowHarness.Interaction with { CustomerId = customerId });
        await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That(_harness.Journal.Steps, Has.None.EqualTo("take turn"));
    }

    [Test]
    public async Task Task_EarlierOneUndecided_WaitsTenMinutesAtMostWithoutAnAttempt()
    {
        _harness.Inbox.Undecided = "earlier";
        await _harness.ReceiveAsync(OfCustomer);
        var first = await _harness.RunAsync();
        Assert.That((first!.State, first.Attempts, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Received, 0, 0)));
        Assert.That(first.Reason, Does.StartWith("Waits for interaction earlier of the same customer"));
        var began = _harness.Now;

        var end = await _harness.RunToRestAsync();

        Assert.That(_harness.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That(_harness.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
        Assert.That(_harness.Journal.Steps.Count(step => step == "read form"), Is.EqualTo(1), "decided once");
        Assert.That(end.Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
    }

    [Test]
    public async Task Task_EarlierOneIsDecidedMeanwhile_IsJudgedByIt()
    {
        _harness.Inbox.Undecided = "earlier";
        await _harness.ReceiveAsync(OfCustomer);
        await _harness.RunAsync();
        _harness.Inbox.Undecided = null;
        _harness.Inbox.Earlier.Add(new("earlier", _harness.Now, 2));

        Assert.That((await _harness.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.NoTask));
        Assert.That(_harness.Tasks.Sent, Is.Empty);
    }

    [Test]
    public async Task Task_EarlierOnesTaskIsBeingCreated_WaitsToSeeWhetherItIs()
    {
        _harness.Inbox.Pending.Add(new("earlier", _harness.Now, 2));
        await _harness.ReceiveAsync(OfCustomer);
        var first = await _harness.RunAsync();
        Assert.That((first!.State, first.Attempts), Is.EqualTo((FollowUpState.Received, 0)));
        Assert.That(first.Reason, Does.StartWith("Waits for interaction earlier of the same customer, whose task is being created"));
        _harness.Inbox.Earlier.Add(_harness.Inbox.Pending[0]);
        _harness.Inbox.Pending.Clear();

        Assert.That((await _harness.RunToRestAsync()).Decision!.Suppression!.SuppressedBy!.InteractionId, Is.EqualTo("earlier"));
    }

    [Test]
    public async Task Task_EarlierOnesTaskIsNotCreatedWithinTenMinutes_IsCreated()
    {
        _harness.Inbox.Pending.Add(new("earlier", _harness.Now, 2));
        var began = _harness.Now;

        Assert.That((await RunAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
        Assert.That(_harness.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Task_WorseThanTheOneBeingCreated_DoesNotWait()
    {
        _harness.Inbox.Pending.Add(new("earlier", _harness.Now, 2.5m));
        await _harness.ReceiveAsync(OfCustomer);

        Assert.That((await _harness.RunAsync())!.Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
    }

    [Test]
    public async Task Task_TurnCannotBeHad_WaitsTenMinutesAtMost()
    {
        _harness.Inbox.TurnIsTaken = true;
        await _harness.ReceiveAsync(OfCustomer);
        var first = await _harness.RunAsync();
        Assert.That((first!.State, first.Attempts), Is.EqualTo((FollowUpState.Received, 0)));
        var began = _harness.Now;

        Assert.That((await _harness.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated), "rather one task too many than none");
        Assert.That(_harness.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Task_SuppressedAndReplayed_IsCreatedAllTheSameAndHeldAgainstLaterOnes()
    {
        _harness.Inbox.Earlier.Add(new("earlier", _harness.Now, 2));
        await RunAsync();

        await new ReplayFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(OfCustomer.InteractionId, "called twice"), default);

        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, _harness.Tasks.Held.Count, end.Decision!.Priority), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, TaskPriority.High)));
        Assert.That((end.Decision.Suppression!.Admitted, end.Decision.Suppression.SuppressedBy), Is.EqualTo((true, (EarlierFollowUp?)null)));
        Assert.That(_harness.Journal.Steps.Count(step => step == "take turn"), Is.EqualTo(2), "only in its turn is it held against later ones");
    }

    [Test]
    public async Task Task_DatabaseComesBackAfterAnHour_IsJudgedByTheTimeItIsThen()
    {
        _harness.Inbox.Earlier.Add(new("earlier", _harness.Now.AddDays(-14).AddMinutes(30), 2));
        await _harness.ReceiveAsync(OfCustomer);
        _harness.Inbox.AwayFor = 4 * 60 * 60;

        Assert.That((await _harness.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated), "the window is over by then");
    }

    [Test]
    public async Task Task_LetThroughOnce_IsCreatedAgainWithoutAskingAgain()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        await _harness.ReceiveAsync(OfCustomer);
        await _harness.RunAsync();
        _harness.Inbox.Earlier.Add(new("later", _harness.Now, 1));

        Assert.That((await _harness.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
    }

    [Test]
    public async Task Task_ParkedAndReplayed_TakesItsTurnAnew()
    {
        _harness.Tasks.UsualCreation = new(CreateBehavior.Rejected);
        await _harness.ReceiveAsync(OfCustomer);
        Assert.That((await _harness.RunToRestAsync()).State, Is.EqualTo(FollowUpState.Parked));
        _harness.Inbox.Earlier.Add(new("meanwhile", _harness.Now, 1));

        await new ReplayFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(OfCustomer.InteractionId, "again"), default);

        Assert.That((await _harness.RunToRestAsync()).Decision!.Suppression!.SuppressedBy!.InteractionId, Is.EqualTo("meanwhile"));
    }

    [Test]
    public async Task Task_ParkedUnconfirmedAndReplayed_TakesItsTurnAnew()
    {
        await ParkUnconfirmedAsync();
        _harness.Inbox.Earlier.Add(new("meanwhile", _harness.Now, 1));

        await new ReplayFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(OfCustomer.InteractionId, "not there"), default);

        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, end.Decision!.Suppression!.SuppressedBy?.InteractionId), Is.EqualTo((FollowUpOutcome.NoTask, "meanwhile")));
        Assert.That(_harness.Tasks.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Task_ParkedUnconfirmedAndReplayed_WaitsForAnEarlierOneAndIsCreatedMarkedThen()
    {
        await ParkUnconfirmedAsync();
        _harness.Inbox.Undecided = "earlier";
        var began = _harness.Now;

        await new ReplayFollowUpHandler(new OperatorActions(_harness.Inbox, _harness.Time)).Handle(new(OfCustomer.InteractionId, "not there"), default);
        var first = await _harness.RunAsync();
        var end = await _harness.RunToRestAsync();

        Assert.That(first!.Reason, Does.StartWith("Waits for interaction earlier"));
        Assert.That((first.State, first.IntentAt is null), Is.EqualTo((FollowUpState.Received, false)), "its earlier call is not forgotten");
        Assert.That((end.Outcome, end.PossibleDuplicate, _harness.Tasks.Sent.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, true, 2)));
        Assert.That(_harness.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Policy_ChangesWhileATaskIsOwed_DecisionStandsAndItsWordsAreTheNewOnes()
    {
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        await _harness.ReceiveAsync(OfCustomer);
        await _harness.RunAsync();
        _harness.Policy = new FollowUpPolicy("other", FollowUpPolicy.Default.Question, new([new Tier("t", 1.5m, TaskPriority.Low, default)]), default);

        var end = await _harness.RunToRestAsync();
        Assert.That((end.Outcome, end.Decision!.Policy, end.Decision.Priority), Is.EqualTo((FollowUpOutcome.TaskCreated, "suppressing", TaskPriority.High)));
    }

    [Test]
    public async Task Texts_PolicySetsThem_WinOverTheOptions()
    {
        var none = new TierList([new Tier("t", 3, TaskPriority.Low, new FollowUpDuration(1, DurationUnit.Days))]);
        _harness.Options.FallbackAssignee = "of-the-options";
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.AssigneeRefused));
        _harness.Policy = new FollowUpPolicy(
            "wordy", FollowUpPolicy.Default.Question, none, default, fallbackAssignee: "of-the-policy",
            texts: new PolicyTexts { Subject = TextTemplate.Parse("{policy}: {tier}, {priority}, {score} on {field}", taskIsKnown: false, out _) });

        await _harness.ReceiveAndRunToRestAsync();

        var task = _harness.Tasks.Held.Single().Task;
        Assert.That((task.Subject, task.AssigneeId), Is.EqualTo(("wordy: t, Low, 2 on overall_satisfaction", "of-the-policy")));
    }

    private async Task ParkUnconfirmedAsync()
    {
        _harness.Options.MaxAttempts = 1;
        _harness.Tasks.UsualSearch = LookUpBehavior.Unsupported;
        _harness.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        var parked = await RunAsync();
        Assert.That((parked.State, parked.UnconfirmedSince is null), Is.EqualTo((FollowUpState.Parked, false)));
        _harness.Options.MaxAttempts = 8;
    }

    private async Task<FollowUp> RunAsync()
    {
        await _harness.ReceiveAsync(OfCustomer);
        return await _harness.RunToRestAsync();
    }
}

using CxoneAssist.Application.FollowUps.Steps;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class SuppressionTests
{
    private static readonly CompletedInteraction OfCustomer = FlowHarness.Interaction with { CustomerId = "c-1" };

    private readonly FlowHarness _centre = new()
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
        var earlier = new EarlierFollowUp("earlier", _centre.Now.AddDays(-3), 2);
        _centre.Inbox.Earlier.Add(earlier);

        var end = await RunAsync();

        Assert.That((end.State, end.Outcome, _centre.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Done, FollowUpOutcome.NoTask, 0)));
        Assert.That(end.Decision!.Suppression!.SuppressedBy, Is.EqualTo(earlier));
        Assert.That((end.Decision.Priority, end.Decision.DueDate, end.Decision.Tier), Is.EqualTo((TaskPriority.High, _centre.Now.AddDays(1), "detractor")));
        Assert.That(end.Decision.Reasons[^1], Is.EqualTo("The earlier task is that of interaction earlier."));
        Assert.That(end.Reason, Does.StartWith("Suppressed: ").And.Contains("14d"));
    }

    [Test]
    public async Task Task_WorseThanTheWorst_GetsThroughAndSaysSo()
    {
        _centre.Inbox.Earlier.Add(new("earlier", _centre.Now.AddDays(-3), 2.5m));
        var end = await RunAsync();

        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That((end.Decision!.Suppression!.Admitted, end.Decision.Suppression.SuppressedBy), Is.EqualTo((true, (EarlierFollowUp?)null)));
        Assert.That(end.Decision.Reasons[^1], Does.StartWith("Not suppressed: ").And.Contains("is worse"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public async Task Task_CustomerIsNotKnown_IsNeverSuppressed(string? customerId)
    {
        _centre.Inbox.Earlier.Add(new("earlier", _centre.Now, 1));
        await _centre.ReceiveAsync(FlowHarness.Interaction with { CustomerId = customerId });
        await _centre.RunToRestAsync();

        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That(_centre.Journal.Steps, Has.None.EqualTo("take turn"));
    }

    [Test]
    public async Task Task_EarlierOneUndecided_WaitsTenMinutesAtMostWithoutAnAttempt()
    {
        _centre.Inbox.Undecided = "earlier";
        await _centre.ReceiveAsync(OfCustomer);
        var first = await _centre.RunAsync();
        Assert.That((first!.State, first.Attempts, _centre.Tasks.Sent.Count), Is.EqualTo((FollowUpState.Received, 0, 0)));
        Assert.That(first.Reason, Does.StartWith("Waits for interaction earlier of the same customer"));
        var began = _centre.Now;

        var end = await _centre.RunToRestAsync();

        Assert.That(_centre.Tasks.Held, Has.Count.EqualTo(1));
        Assert.That(_centre.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
        Assert.That(_centre.Journal.Steps.Count(step => step == "read form"), Is.EqualTo(1), "decided once");
        Assert.That(end.Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
    }

    [Test]
    public async Task Task_EarlierOneIsDecidedMeanwhile_IsJudgedByIt()
    {
        _centre.Inbox.Undecided = "earlier";
        await _centre.ReceiveAsync(OfCustomer);
        await _centre.RunAsync();
        _centre.Inbox.Undecided = null;
        _centre.Inbox.Earlier.Add(new("earlier", _centre.Now, 2));

        Assert.That((await _centre.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.NoTask));
        Assert.That(_centre.Tasks.Sent, Is.Empty);
    }

    [Test]
    public async Task Task_EarlierOnesTaskIsBeingCreated_WaitsToSeeWhetherItIs()
    {
        _centre.Inbox.Pending.Add(new("earlier", _centre.Now, 2));
        await _centre.ReceiveAsync(OfCustomer);
        var first = await _centre.RunAsync();
        Assert.That((first!.State, first.Attempts), Is.EqualTo((FollowUpState.Received, 0)));
        Assert.That(first.Reason, Does.StartWith("Waits for interaction earlier of the same customer, whose task is being created"));
        _centre.Inbox.Earlier.Add(_centre.Inbox.Pending[0]);
        _centre.Inbox.Pending.Clear();

        Assert.That((await _centre.RunToRestAsync()).Decision!.Suppression!.SuppressedBy!.InteractionId, Is.EqualTo("earlier"));
    }

    [Test]
    public async Task Task_EarlierOnesTaskIsNotCreatedWithinTenMinutes_IsCreated()
    {
        _centre.Inbox.Pending.Add(new("earlier", _centre.Now, 2));
        var began = _centre.Now;

        Assert.That((await RunAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
        Assert.That(_centre.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Task_WorseThanTheOneBeingCreated_DoesNotWait()
    {
        _centre.Inbox.Pending.Add(new("earlier", _centre.Now, 2.5m));
        await _centre.ReceiveAsync(OfCustomer);

        Assert.That((await _centre.RunAsync())!.Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
    }

    [Test]
    public async Task Task_TurnCannotBeHad_WaitsTenMinutesAtMost()
    {
        _centre.Inbox.TurnIsTaken = true;
        await _centre.ReceiveAsync(OfCustomer);
        var first = await _centre.RunAsync();
        Assert.That((first!.State, first.Attempts), Is.EqualTo((FollowUpState.Received, 0)));
        var began = _centre.Now;

        Assert.That((await _centre.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated), "rather one task too many than none");
        Assert.That(_centre.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Task_SuppressedAndReplayed_IsCreatedAllTheSameAndHeldAgainstLaterOnes()
    {
        _centre.Inbox.Earlier.Add(new("earlier", _centre.Now, 2));
        await RunAsync();

        await new ReplayFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time)).Handle(new(OfCustomer.InteractionId, "called twice"), default);

        var end = await _centre.RunToRestAsync();
        Assert.That((end.Outcome, _centre.Tasks.Held.Count, end.Decision!.Priority), Is.EqualTo((FollowUpOutcome.TaskCreated, 1, TaskPriority.High)));
        Assert.That((end.Decision.Suppression!.Admitted, end.Decision.Suppression.SuppressedBy), Is.EqualTo((true, (EarlierFollowUp?)null)));
        Assert.That(_centre.Journal.Steps.Count(step => step == "take turn"), Is.EqualTo(2), "only in its turn is it held against later ones");
    }

    [Test]
    public async Task Task_DatabaseComesBackAfterAnHour_IsJudgedByTheTimeItIsThen()
    {
        _centre.Inbox.Earlier.Add(new("earlier", _centre.Now.AddDays(-14).AddMinutes(30), 2));
        await _centre.ReceiveAsync(OfCustomer);
        _centre.Inbox.AwayFor = 4 * 60 * 60;

        Assert.That((await _centre.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated), "the window is over by then");
    }

    [Test]
    public async Task Task_LetThroughOnce_IsCreatedAgainWithoutAskingAgain()
    {
        _centre.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        await _centre.ReceiveAsync(OfCustomer);
        await _centre.RunAsync();
        _centre.Inbox.Earlier.Add(new("later", _centre.Now, 1));

        Assert.That((await _centre.RunToRestAsync()).Outcome, Is.EqualTo(FollowUpOutcome.TaskCreated));
    }

    [Test]
    public async Task Task_ParkedAndReplayed_TakesItsTurnAnew()
    {
        _centre.Tasks.UsualCreation = new(CreateBehavior.Rejected);
        await _centre.ReceiveAsync(OfCustomer);
        Assert.That((await _centre.RunToRestAsync()).State, Is.EqualTo(FollowUpState.Parked));
        _centre.Inbox.Earlier.Add(new("meanwhile", _centre.Now, 1));

        await new ReplayFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time)).Handle(new(OfCustomer.InteractionId, "again"), default);

        Assert.That((await _centre.RunToRestAsync()).Decision!.Suppression!.SuppressedBy!.InteractionId, Is.EqualTo("meanwhile"));
    }

    [Test]
    public async Task Task_ParkedUnconfirmedAndReplayed_TakesItsTurnAnew()
    {
        await ParkUnconfirmedAsync();
        _centre.Inbox.Earlier.Add(new("meanwhile", _centre.Now, 1));

        await new ReplayFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time)).Handle(new(OfCustomer.InteractionId, "not there"), default);

        var end = await _centre.RunToRestAsync();
        Assert.That((end.Outcome, end.Decision!.Suppression!.SuppressedBy?.InteractionId), Is.EqualTo((FollowUpOutcome.NoTask, "meanwhile")));
        Assert.That(_centre.Tasks.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Task_ParkedUnconfirmedAndReplayed_WaitsForAnEarlierOneAndIsCreatedMarkedThen()
    {
        await ParkUnconfirmedAsync();
        _centre.Inbox.Undecided = "earlier";
        var began = _centre.Now;

        await new ReplayFollowUpHandler(new OperatorActions(_centre.Inbox, _centre.Time)).Handle(new(OfCustomer.InteractionId, "not there"), default);
        var first = await _centre.RunAsync();
        var end = await _centre.RunToRestAsync();

        Assert.That(first!.Reason, Does.StartWith("Waits for interaction earlier"));
        Assert.That((end.Outcome, end.PossibleDuplicate, _centre.Tasks.Sent.Count), Is.EqualTo((FollowUpOutcome.TaskCreated, true, 2)));
        Assert.That(_centre.Now - began, Is.InRange(SuppressionCheck.Patience, SuppressionCheck.Patience + TimeSpan.FromSeconds(5)));
    }

    [Test]
    public async Task Policy_ChangesWhileATaskIsOwed_DecisionStandsAndItsWordsAreTheNewOnes()
    {
        _centre.Tasks.Creations.Enqueue(new(CreateBehavior.Throttled));
        await _centre.ReceiveAsync(OfCustomer);
        await _centre.RunAsync();
        _centre.Policy = new FollowUpPolicy("other", FollowUpPolicy.Default.Question, new([new Tier("t", 1.5m, TaskPriority.Low, default)]), default);

        var end = await _centre.RunToRestAsync();
        Assert.That((end.Outcome, end.Decision!.Policy, end.Decision.Priority), Is.EqualTo((FollowUpOutcome.TaskCreated, "suppressing", TaskPriority.High)));
    }

    [Test]
    public async Task Texts_PolicySetsThem_WinOverTheOptions()
    {
        var none = new TierList([new Tier("t", 3, TaskPriority.Low, new FollowUpDuration(1, DurationUnit.Days))]);
        _centre.Options.FallbackAssignee = "of-the-options";
        _centre.Tasks.Creations.Enqueue(new(CreateBehavior.AssigneeRefused));
        _centre.Policy = new FollowUpPolicy(
            "wordy", FollowUpPolicy.Default.Question, none, default, fallbackAssignee: "of-the-policy",
            texts: new PolicyTexts { Subject = TextTemplate.Parse("{policy}: {tier}, {priority}, {score} on {field}", taskIsKnown: false, out _) });

        await _centre.ReceiveAndRunToRestAsync();

        var task = _centre.Tasks.Held.Single().Task;
        Assert.That((task.Subject, task.AssigneeId), Is.EqualTo(("wordy: t, Low, 2 on overall_satisfaction", "of-the-policy")));
    }

    private async Task ParkUnconfirmedAsync()
    {
        _centre.Options.MaxAttempts = 1;
        _centre.Tasks.UsualSearch = LookUpBehavior.Unsupported;
        _centre.Tasks.Creations.Enqueue(new(CreateBehavior.NeverArrived));
        var parked = await RunAsync();
        Assert.That((parked.State, parked.UnconfirmedSince is null), Is.EqualTo((FollowUpState.Parked, false)));
        _centre.Options.MaxAttempts = 8;
    }

    private async Task<FollowUp> RunAsync()
    {
        await _centre.ReceiveAsync(OfCustomer);
        return await _centre.RunToRestAsync();
    }
}

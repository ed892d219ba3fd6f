using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone.Availability;

namespace CxoneAssist.Infrastructure.Tests.Cxone.Outages;

/// <summary>A tenant with too few calls for a rate of failures to tell anything.</summary>
internal sealed class QuietTenantTests
{
    private static readonly TimeSpan Begin = TimeSpan.FromHours(2);
    private static readonly TimeSpan End = TimeSpan.FromHours(14);
    private static readonly TimeSpan JustBefore = End - TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SoonAfter = End + FailureJudgement.LongestWait + TimeSpan.FromMinutes(2);

    private Tenant _tenant = null!;

    [SetUp]
    public void SetUp() => _tenant = new Tenant();

    [TearDown]
    public async Task TearDownAsync() => await _tenant.DisposeAsync();

    [Test]
    public async Task Outage_OfTwelveHours_ConsumesNoAttemptAndParksNobody([Values(1, 2, 5)] int anHour, [Values] Trouble trouble)
    {
        _tenant.Expect(anHour, TimeSpan.Zero, End);
        Fail(trouble, (_, _) => IsOver(Begin) && !IsOver(End));

        await _tenant.RunUntilAsync(JustBefore);
        var waiting = _tenant.FollowUps.Where(followUp => followUp.State == FollowUpState.Received).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting, Has.Count.EqualTo(12 * anHour), "the outage was there");
            Assert.That(waiting.Select(followUp => followUp.Attempts), Is.All.Zero);
            Assert.That(_tenant.Status.Healthy, Is.False);
        }

        await AllAreDoneSoonAfterAsync();
        Assert.That(_tenant.Status.Healthy, Is.True);
    }

    [Test]
    public async Task Outage_WhileOneInteractionWaits_ConsumesNoAttemptAndIsAskedNowAndThen([Values] Trouble trouble)
    {
        _tenant.Expect("alone", Begin);
        Fail(trouble, (_, _) => !IsOver(End));

        await _tenant.RunUntilAsync(JustBefore);

        Assert.That(_tenant.Of("alone").Attempts, Is.Zero);
        Assert.That(_tenant.Cxone.Calls, Is.LessThan(700));
        await AllAreDoneSoonAfterAsync();
    }

    [TestCase(Trouble.Answers503, false)]
    [SlowTestCase(Trouble.Answers503, true)]
    [SlowTestCase(Trouble.Hangs, false)]
    [SlowTestCase(Trouble.Hangs, true)]
    [SlowTestCase(Trouble.Refuses, false)]
    [SlowTestCase(Trouble.Refuses, true)]
    public async Task Outage_BetweenCreationAndLookUp_ParksNobodyAndExhaustsNoLookUp(Trouble trouble, bool searches)
    {
        _tenant.Cxone.Searches = searches;
        _tenant.Expect(2, Begin, End);
        Fail(trouble, (route, _) => IsOver(Begin) && !IsOver(End) && (route == Route.Create || _tenant.Elapsed > Begin + TimeSpan.FromSeconds(1)));

        await _tenant.RunUntilAsync(JustBefore);
        Assert.That(_tenant.FollowUps.Select(followUp => followUp.Attempts), Is.All.LessThanOrEqualTo(1));

        await _tenant.RunUntilAsync(SoonAfter);
        var doubtful = _tenant.FollowUps.Where(followUp => followUp.State != FollowUpState.Done).ToList();
        Assert.That(doubtful.Select(followUp => followUp.UnconfirmedSince), Is.All.Not.Null, "what cannot be looked up waits for a person");
        Assert.That(doubtful, Has.Count.EqualTo(searches || trouble == Trouble.Refuses ? 0 : 1));
    }

    [TestCase(UnconfirmedHandling.HoldThenCreate, Trouble.Answers503)]
    [SlowTestCase(UnconfirmedHandling.HoldThenCreate, Trouble.Hangs)]
    [SlowTestCase(UnconfirmedHandling.HoldThenCreate, Trouble.Refuses)]
    [SlowTestCase(UnconfirmedHandling.Hold, Trouble.Answers503)]
    [SlowTestCase(UnconfirmedHandling.Hold, Trouble.Hangs)]
    [SlowTestCase(UnconfirmedHandling.Hold, Trouble.Refuses)]
    [SlowTestCase(UnconfirmedHandling.CreateAgain, Trouble.Answers503)]
    [SlowTestCase(UnconfirmedHandling.CreateAgain, Trouble.Hangs)]
    [SlowTestCase(UnconfirmedHandling.CreateAgain, Trouble.Refuses)]
    public async Task Outage_BetweenCreationAndLookUp_ShowsItAsUnconfirmedMeanwhileAndMakesNoSecondTask(
        UnconfirmedHandling handling, Trouble trouble)
    {
        _tenant.Options.OnUnconfirmed = handling;
        _tenant.Expect(2, Begin, End);
        LoseTheAnswer("i-120");
        Fail(trouble, (_, _) => IsOver(Begin + TimeSpan.FromSeconds(1)) && !IsOver(End));

        await _tenant.RunUntilAsync(Begin + TimeSpan.FromHours(1));
        Assert.That(_tenant.FollowUps[0].UnconfirmedSince, Is.Not.Null, "shown");

        await _tenant.RunUntilAsync(JustBefore);
        Assert.That(_tenant.FollowUps.Select(followUp => followUp.Attempts), Is.All.LessThanOrEqualTo(1));
        Assert.That(_tenant.Cxone.Tasks, Has.Count.EqualTo(1));

        await AllAreDoneSoonAfterAsync();
        Assert.That(_tenant.FollowUps.Select(followUp => followUp.PossibleDuplicate), Is.All.False);
    }

    [Test]
    public async Task Outage_OfTheSearchAlone_IsShownAndAfterTheHoldCreatedAgainMarked([Values(1, 5)] int anHour, [Values(2, 3, 8)] int maxAttempts)
    {
        _tenant.Options.MaxAttempts = maxAttempts;
        var doubtAt = Begin + TimeSpan.FromMinutes(1);
        await ExpectOneInDoubtAsync(anHour, doubtAt, Trouble.Answers503);

        await _tenant.RunUntilAsync(doubtAt + TimeSpan.FromHours(1));
        Assert.That(Doubtful, Has.Property(nameof(FollowUp.Attempts)).EqualTo(1).And.Property(nameof(FollowUp.UnconfirmedSince)).Not.Null);

        await _tenant.RunUntilAsync(doubtAt + TimeSpan.FromHours(4));
        Assert.That(_tenant.Cxone.Tasks.Count(task => task == "doubtful"), Is.EqualTo(1), "it is held");

        await _tenant.RunUntilAsync(doubtAt + TimeSpan.FromHours(6));
        Assert.That((Doubtful.Outcome, Doubtful.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, true)));
        Assert.That(_tenant.Cxone.Tasks.Count(task => task == "doubtful"), Is.EqualTo(2));
    }

    [Test]
    public async Task Outage_OfTheSearchAlone_IsLookedUpDuringTheHoldAndAdoptedOnceItIsBack([Values] UnconfirmedHandling handling, [Values] Trouble trouble)
    {
        _tenant.Options.OnUnconfirmed = handling;
        var doubtAt = Begin + TimeSpan.FromMinutes(1);
        var back = handling == UnconfirmedHandling.CreateAgain ? TimeSpan.FromMinutes(25) : TimeSpan.FromHours(4);
        await ExpectOneInDoubtAsync(1, doubtAt, trouble, doubtAt + back);

        await _tenant.RunUntilAsync(doubtAt + back + FailureJudgement.LongestWait + TimeSpan.FromMinutes(2));

        Assert.That((Doubtful.Outcome, Doubtful.PossibleDuplicate), Is.EqualTo((FollowUpOutcome.TaskCreated, false)));
        Assert.That(_tenant.Cxone.Tasks.Count(task => task == "doubtful"), Is.EqualTo(1));
    }

    [Test]
    public async Task Outage_OfTheSearchAlone_IsHeldForAPersonWhereThatIsAskedFor()
    {
        _tenant.Options.OnUnconfirmed = UnconfirmedHandling.Hold;
        await ExpectOneInDoubtAsync(2, Begin, Trouble.Answers503);

        await _tenant.RunUntilAsync(TimeSpan.FromHours(48));

        Assert.That((Doubtful.State, Doubtful.UnconfirmedSince is null), Is.EqualTo((FollowUpState.Creating, false)));
        Assert.That(_tenant.Cxone.Tasks, Is.Unique);
    }

    [Test]
    public async Task Outage_OfCreationsAlone_ParksNobodyWhereTasksCanBeLookedUp([Values(1, 5)] int anHour, [Values] Trouble trouble)
    {
        _tenant.Expect(anHour, TimeSpan.Zero, End);
        Fail(trouble, (route, _) => route == Route.Create && IsOver(Begin) && !IsOver(End));

        await _tenant.RunUntilAsync(JustBefore);
        Assert.That(_tenant.FollowUps.Select(followUp => followUp.Attempts), Is.All.LessThanOrEqualTo(2));

        await AllAreDoneSoonAfterAsync();
    }

    [Test]
    public async Task Poison_AmongOthers_IsParkedAndHoldsNobodyUp(
        [Values(1, 5, 60)] int anHour,
        [Values(Route.Form, Route.Create)] Route route,
        [Values(Trouble.Answers503, Trouble.Hangs)] Trouble trouble)
    {
        var end = TimeSpan.FromHours(48);
        _tenant.Expect("poison", TimeSpan.Zero);
        _tenant.Expect(anHour, TimeSpan.FromMinutes(1), end - TimeSpan.FromHours(1));
        Fail(trouble, (at, interaction) => at == route && interaction == "poison");

        await _tenant.RunUntilAsync(end);

        var poison = _tenant.Of("poison");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(poison.State, Is.EqualTo(FollowUpState.Parked));
            Assert.That(poison.Attempts, Is.EqualTo(new FollowUpOptions().MaxAttempts));
            Assert.That(_tenant.FollowUps.Except([poison]).Select(followUp => followUp.Outcome), Is.All.EqualTo(FollowUpOutcome.TaskCreated));
            Assert.That(_tenant.Probes, Is.Zero);
            Assert.That(_tenant.Status.Healthy, Is.True);
        }
    }

    [Test]
    public async Task Poison_WhereNothingElseHappens_WaitsForAnotherToTellThemApart()
    {
        var later = TimeSpan.FromDays(3);
        _tenant.Expect("poison", TimeSpan.Zero);
        _tenant.Expect(1, later, later + TimeSpan.FromHours(40));
        Fail(Trouble.Answers503, (_, interaction) => interaction == "poison");

        await _tenant.RunUntilAsync(later);
        Assert.That(_tenant.Of("poison"), Has.Property(nameof(FollowUp.Attempts)).Zero);
        Assert.That(_tenant.Status.Summary, Does.Contain("4320 minutes").And.Contain("reading the form"));

        await _tenant.RunUntilAsync(later + TimeSpan.FromHours(40));
        Assert.That(_tenant.Of("poison").State, Is.EqualTo(FollowUpState.Parked));
    }

    private void Fail(Trouble trouble, Func<Route, string, bool> fails) => (_tenant.Cxone.Trouble, _tenant.Cxone.Fails) = (trouble, fails);

    [Test]
    public async Task Status_OneNotificationFailedAndNothingElseHappened_IsHealthy([Values(Route.Notify, Route.Create)] Route route)
    {
        _tenant.Expect("alone", Begin);
        if (route == Route.Create)
        {
            LoseTheAnswer("alone");
        }

        Fail(Trouble.Answers503, (at, _) => at == Route.Notify && route == Route.Notify);
        foreach (var minutes in new[] { 1, 3, 9, 11, 600 })
        {
            await _tenant.RunUntilAsync(Begin + TimeSpan.FromMinutes(minutes));
            Assert.That(_tenant.Status.Healthy, Is.True, $"after {minutes} minutes");
        }
    }

    [Test]
    public async Task Status_CxoneFailsAtEveryNotification_IsSaidWhileItIsAskedAndNotForEver()
    {
        _tenant.Expect(20, Begin, Begin + TimeSpan.FromMinutes(30));
        Fail(Trouble.Answers503, (at, _) => at == Route.Notify);

        await _tenant.RunUntilAsync(Begin + TimeSpan.FromMinutes(5));
        Assert.That(_tenant.Status.Summary, Does.StartWith("For 5 minutes CXone has failed at notifying the agent, all 2 times it was asked."));
        await _tenant.RunUntilAsync(Begin + TimeSpan.FromMinutes(36));
        Assert.That(_tenant.Status.Healthy, Is.False);
        await _tenant.RunUntilAsync(Begin + TimeSpan.FromMinutes(38));
        Assert.That(_tenant.Status.Healthy, Is.True, "no call for ten minutes");
    }

    private FollowUp Doubtful => _tenant.Of("doubtful");

    // The task is created, but the answer is lost; then the search fails, permanently unless the
    // test says when it is back.
    private async Task ExpectOneInDoubtAsync(int anHour, TimeSpan at, Trouble trouble, TimeSpan? back = null)
    {
        _tenant.Expect(anHour, TimeSpan.Zero, at);
        _tenant.Expect("doubtful", at);
        _tenant.Expect(anHour, at + TimeSpan.FromMinutes(7), TimeSpan.FromHours(48));
        LoseTheAnswer("doubtful");
        Fail(trouble, (route, _) => route == Route.Find && !(back is { } end && IsOver(end)));
        await _tenant.RunUntilAsync(at + TimeSpan.FromMinutes(1));
    }

    private void LoseTheAnswer(string interaction) => _tenant.Cxone.AnswersLost.Add(interaction);

    private bool IsOver(TimeSpan time) => _tenant.Elapsed >= time;

    private async Task AllAreDoneSoonAfterAsync()
    {
        await _tenant.RunUntilAsync(SoonAfter);
        Assert.That(_tenant.FollowUps.Select(followUp => followUp.Outcome), Is.All.EqualTo(FollowUpOutcome.TaskCreated));
        Assert.That(_tenant.Cxone.Tasks, Is.Unique.And.Count.EqualTo(_tenant.FollowUps.Count));
    }
}

using CxoneAssist.Application.FollowUps;
using CxoneAssist.Application.FollowUps.Steps;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>
/// Drives one follow-up as the pump does: claims it, handles it, and waits until it is due again.
/// </summary>
internal sealed class FlowHarness
{
    private const int MostRuns = 1_000;

    private static readonly FollowUpOnInteractionValidator CommandValidator = new();

    private readonly FollowUpTaskValidator _taskValidator;

    public static readonly CompletedInteraction Interaction = new("8305c058-38a8-4ac8-a024-baa1f53d44df", "agent-042");

    public FlowHarness()
    {
        (Tasks, Forms, Notifications, Inbox) = (new(Journal, Time), new(Journal), new(Journal), new(Journal, Time));
        _taskValidator = new(Time);
        Journal.Meanwhile = OutliveTheLeaseAsync;
    }

    public JumpingTime Time { get; } = new();

    public Journal Journal { get; } = new();

    public FollowUpOptions Options { get; } = new();

    public FollowUpPolicy Policy
    {
        get => Policies.InForce;
        set => Policies.InForce = value;
    }

    public FakePolicies Policies { get; } = new();

    public FakeInbox Inbox { get; }

    public FakeForms Forms { get; }

    public FakeTasks Tasks { get; }

    public FakeNotifications Notifications { get; }

    public FakePartFailures PartFailures { get; } = new();

    /// <summary>How long the follow-up waited before each of its runs except the first.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>
    /// Whether a host replaces a dead process at once and takes over its leases; otherwise the
    /// leases must end first.
    /// </summary>
    public bool RestartsAtOnce { get; set; }

    public FollowUp Stored => Inbox.Read().FollowUp;

    public DateTimeOffset Now => Time.GetUtcNow();

    public Task ReceiveAsync(CompletedInteraction? interaction = null) => Inbox.ReceiveAsync(interaction ?? Interaction, CancellationToken.None);

    /// <summary>Receives the interaction and runs it once.</summary>
    public async Task<FollowUp?> ReceiveAndRunAsync(CancellationToken cancellationToken = default)
    {
        await ReceiveAsync();
        return await RunAsync(cancellationToken);
    }

    /// <summary>Receives the interaction and runs it until nothing is left to do.</summary>
    public async Task<FollowUp> ReceiveAndRunToRestAsync()
    {
        await ReceiveAsync();
        return await RunToRestAsync();
    }

    /// <summary>Claims the due follow-up and runs it once, without any state from before.</summary>
    public async Task<FollowUp?> RunAsync(CancellationToken cancellationToken = default)
    {
        var claims = await Inbox.ClaimAsync(1, CancellationToken.None);
        Assert.That(claims, Has.Count.EqualTo(1), $"Nothing is due; next at {Inbox.ClaimableAt():O}, now {Now:O}.");
        var command = new FollowUpOnInteraction(claims[0]);
        await CommandValidator.ValidateAndThrowAsync(command, CancellationToken.None);
        return await NewHandler().Handle(command, cancellationToken);
    }

    public async Task<FollowUp> RunToRestAsync()
    {
        for (var runs = 0; runs < MostRuns && NextRunAt is { } next; runs++)
        {
            await WaitUntilAsync(next, isFirst: Journal.Steps.Count == 0);
        }

        Assert.That(NextRunAt, Is.Null, $"It does not come to rest: {Stored}");
        return Stored;
    }

    // A follow-up that is held for a person while the search is broken permanently is looked up for
    // as long as that lasts.
    private DateTimeOffset? NextRunAt => Options.OnUnconfirmed == UnconfirmedHandling.Hold && Stored.UnconfirmedSince is not null && Tasks.IsBrokenForGood
        ? null
        : Inbox.ClaimableAt();

    private async Task WaitUntilAsync(DateTimeOffset next, bool isFirst)
    {
        var wait = next > Now ? next - Now : TimeSpan.Zero;
        if (!isFirst)
        {
            Waits.Add(wait);
        }

        Time.Advance(wait);
        try
        {
            await RunAsync();
        }
        catch (ProcessDiedException)
        {
            Restart();
        }
        catch (InboxUnavailableException)
        {
            // Its worker gives it up; it is due again when its lease ends.
        }
    }

    private void Restart()
    {
        Journal.Revive();
        if (RestartsAtOnce)
        {
            Inbox.TakeOverLeases();
        }
    }

    private async Task OutliveTheLeaseAsync()
    {
        Time.Advance(FakeInbox.LeaseTime + TimeSpan.FromSeconds(1));
        if (Inbox.ClaimableAt() <= Now)
        {
            await RunAsync();
        }
    }

    private FollowUpOnInteractionHandler NewHandler()
    {
        var texts = new TaskTexts(Policies, Options);
        var builder = new TaskBuilder(Policies, texts, Options, Time);
        var runner = new FollowUpRunner(
            Inbox,
            new DecideStep(Forms, Policies, Options),
            new CreateTaskStep(Tasks, builder, _taskValidator, Options),
            new ReconcileStep(Tasks, builder, Policies, Options),
            new NotifyStep(Notifications, texts, Options),
            Options,
            PartFailures,
            Time,
            new SameJitter());
        return new FollowUpOnInteractionHandler(runner);
    }
}

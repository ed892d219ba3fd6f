using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Commits the intent of a follow-up whose policy suppresses: unless an earlier task for the customer makes its task needless, and not before
/// an earlier follow-up of the customer is decided and its task created, 10 minutes at most. It was let through once: then it stays so.
/// </summary>
internal sealed class TakingTurns(Checkpoint checkpoint, TimeProvider time)
{
    /// <summary>How long an earlier follow-up is waited for, counted from the first time that it had to be.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Whether a follow-up has to take its turn: nothing is suppressed without the customer's id.</summary>
    public static bool IsNeeded(FollowUp followUp) =>
        followUp.Decision is { Score: not null, Suppression.Passed: false } && !string.IsNullOrWhiteSpace(followUp.Interaction.CustomerId);

    /// <param name="waiting">The follow-up as it would be without the intent.</param>
    /// <param name="intent">The follow-up with it.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="cancellationToken">From then on it is tried no longer than the lease lasts.</param>
    /// <returns>What was saved, its lease kept; <c>null</c> where the lease was lost.</returns>
    public Task<TurnTaken?> RunAsync(FollowUp waiting, FollowUp intent, Lease lease, CancellationToken cancellationToken)
    {
        var rule = new SuppressionRule(Window(intent.Decision!.Suppression!));
        return checkpoint.SaveInTurnAsync(lease, Turn, cancellationToken);

        // Asked again for each try: an outage of the database may lie between two.
        (CustomerTurn, Func<CustomerHistory, FollowUp>) Turn()
        {
            var now = time.GetUtcNow();
            return (TurnOf(intent, rule, now), history => Judge(waiting, intent, rule, history, now));
        }
    }

    private static CustomerTurn TurnOf(FollowUp intent, SuppressionRule rule, DateTimeOffset now)
    {
        var decision = intent.Decision!;
        var since = now - (rule.Within.After(now) - now);
        return new(intent.Interaction.CustomerId!, decision.Policy, decision.Suppression!.Field, decision.Score!.Value, now, since);
    }

    private static FollowUpDuration Window(RecordedSuppression suppression) => FollowUpDuration.TryParse(suppression.Within, out var within)
        ? within
        : throw new InvalidOperationException("The stored window is no duration.");

    private static FollowUp Judge(FollowUp waiting, FollowUp intent, SuppressionRule rule, CustomerHistory history, DateTimeOffset now)
    {
        var suppression = intent.Decision!.Suppression!;
        if (suppression.Insisted)
        {
            return Pass(intent, "Not suppressed: an operator wants its task, whatever earlier ones there are.");
        }

        var verdict = Verdict(history.Earlier);
        if (verdict.Suppressed)
        {
            return Suppress(waiting, verdict);
        }

        var until = suppression.WaitsUntil ?? now + Patience;
        return now < until && Awaited(history, Verdict(history.Pending)) is { } awaited
            ? Wait(waiting, awaited, until, now)
            : Pass(intent, verdict.Sentence);

        SuppressionVerdict Verdict(IReadOnlyList<EarlierFollowUp> earlier) =>
            rule.Judge(intent.Decision.Score!.Value, suppression.Worse, earlier, now);
    }

    // A task that is only being created may never be: nothing is suppressed by it, and what would be waits to see.
    private static string? Awaited(CustomerHistory history, SuppressionVerdict pending) => history switch
    {
        { IsUnknown: true } => "another follow-up of the same customer, which is having its turn",
        { Undecided: { } undecided } => $"interaction {undecided} of the same customer, received before and not decided yet",
        _ => pending.Suppressed ? $"interaction {pending.Earlier!.InteractionId} of the same customer, whose task is being created" : null,
    };

    private static FollowUp Pass(FollowUp intent, string sentence) => intent with
    {
        Decision = intent.Decision!.Because(sentence) with { Suppression = intent.Decision!.Suppression! with { Passed = true } },
    };

    private static FollowUp Suppress(FollowUp followUp, SuppressionVerdict verdict)
    {
        var leansOn = $"The earlier task is that of interaction {verdict.Earlier!.InteractionId}.";
        return followUp.Finish(FollowUpOutcome.NoTask, $"{verdict.Sentence} {leansOn}") with
        {
            Decision = followUp.Decision!.Because(verdict.Sentence, leansOn) with
            {
                Suppression = followUp.Decision!.Suppression! with { SuppressedBy = verdict.Earlier },
            },
        };
    }

    private static FollowUp Wait(FollowUp followUp, string awaited, DateTimeOffset until, DateTimeOffset now) => followUp with
    {
        NextAt = now + Pause < until ? now + Pause : until,
        Reason = $"Waits for {awaited}; until {until:HH:mm:ss} UTC at most.",
        Decision = followUp.Decision! with { Suppression = followUp.Decision!.Suppression! with { WaitsUntil = until } },
    };
}

using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Commits the intent of a follow-up whose policy suppresses: unless an earlier task for the customer makes its task needless, and not before
/// an earlier follow-up of the customer is decided, 10 minutes at most. It was let through once: then it stays so.
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
        var decision = intent.Decision!;
        var suppression = decision.Suppression!;
        var within = Window(suppression);
        var now = time.GetUtcNow();
        var turn = new CustomerTurn(
            intent.Interaction.CustomerId!, decision.Policy, suppression.Field, decision.Score!.Value, now, now - (within.After(now) - now));
        return checkpoint.SaveInTurnAsync(
            lease, turn, history => Judge(waiting, intent, new SuppressionRule(within), history, now), cancellationToken);
    }

    private static FollowUpDuration Window(RecordedSuppression suppression) => FollowUpDuration.TryParse(suppression.Within, out var within)
        ? within
        : throw new InvalidOperationException("The stored window is no duration.");

    private static FollowUp Judge(FollowUp waiting, FollowUp intent, SuppressionRule rule, CustomerHistory history, DateTimeOffset now)
    {
        var decision = intent.Decision!;
        var suppression = decision.Suppression!;
        var verdict = rule.Judge(decision.Score!.Value, suppression.Worse, history.Earlier, now);
        if (verdict.Suppressed)
        {
            return Suppress(waiting, verdict);
        }

        var until = suppression.WaitsUntil ?? now + Patience;
        return history.Undecided is { } earlier && now < until
            ? Wait(waiting, earlier, until, now)
            : intent with { Decision = decision.Because(verdict.Sentence) with { Suppression = suppression with { Passed = true } } };
    }

    private static FollowUp Suppress(FollowUp followUp, SuppressionVerdict verdict)
    {
        var leansOn = $"The earlier task is that of interaction {verdict.Earlier!.InteractionId}.";
        return followUp.Finish(FollowUpOutcome.NoTask, $"{verdict.Sentence} {leansOn}") with
        {
            Decision = followUp.Decision!.Because(verdict.Sentence, leansOn) with
            {
                Priority = null,
                DueDate = null,
                Suppression = followUp.Decision!.Suppression! with { SuppressedBy = verdict.Earlier },
            },
        };
    }

    private static FollowUp Wait(FollowUp followUp, string earlier, DateTimeOffset until, DateTimeOffset now) => followUp with
    {
        NextAt = now + Pause < until ? now + Pause : until,
        Reason = $"Waits for interaction {earlier} of the same customer, received before and not decided yet; until {until:HH:mm:ss} UTC at most.",
        Decision = followUp.Decision! with { Suppression = followUp.Decision!.Suppression! with { WaitsUntil = until } },
    };
}

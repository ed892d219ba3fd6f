using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.FollowUps.Steps;

/// <summary>
/// Commits the intent of a follow-up whose policy suppresses: unless an earlier task for the customer makes its task
/// redundant, and not before an earlier follow-up of the customer is decided and its task created, 10 minutes at most.
/// One that was admitted stays admitted.
/// </summary>
internal static class SuppressionCheck
{
    /// <summary>How long an earlier follow-up is waited for, counted from the first time that it had to be.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Whether a follow-up is checked: nothing is suppressed without the customer's id.</summary>
    public static bool IsNeeded(FollowUp followUp) =>
        followUp.Decision is { Score: not null, Suppression.Admitted: false } && !string.IsNullOrWhiteSpace(followUp.Interaction.CustomerId);

    /// <param name="run">The run.</param>
    /// <param name="waiting">The follow-up as it would be without the intent.</param>
    /// <param name="intent">The follow-up with it.</param>
    /// <returns>What was saved, its lease kept while it is creating; <c>null</c> where the lease was lost.</returns>
    public static Task<FollowUp?> SaveAsync(FollowUpRun run, FollowUp waiting, FollowUp intent)
    {
        var rule = new SuppressionRule(Window(intent.Decision!.Suppression!));
        return run.SaveSuppressedAsync(() =>
        {
            var now = run.Now;
            return (KeyOf(intent, rule, now), history => Judge(waiting, intent, rule, history, now));
        });
    }

    private static SuppressionKey KeyOf(FollowUp intent, SuppressionRule rule, DateTimeOffset now)
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
        if (suppression.ForcedByOperator)
        {
            return intent.Admit("Not suppressed: an operator wants its task, whatever earlier ones there are.");
        }

        var verdict = Verdict(history.Earlier);
        if (verdict.Suppressed)
        {
            return waiting.Suppress(verdict);
        }

        var until = suppression.WaitsUntil ?? now + Patience;
        return now < until && Awaited(history, Verdict(history.Pending)) is { } awaited
            ? waiting.WaitForOther(awaited, until, now + Pause < until ? now + Pause : until)
            : intent.Admit(verdict.Sentence);

        SuppressionVerdict Verdict(IReadOnlyList<EarlierFollowUp> earlier) =>
            rule.Judge(intent.Decision.Score!.Value, suppression.Direction, earlier, now);
    }

    // A task that is only being created may never be: nothing is suppressed by it, and what would be waits to see.
    private static string? Awaited(CustomerHistory history, SuppressionVerdict pending) => history switch
    {
        { IsUnknown: true } => "another follow-up of the same customer, which is having its turn",
        { Undecided: { } undecided } => $"interaction {undecided} of the same customer, received before and not decided yet",
        _ => pending.Suppressed ? $"interaction {pending.Earlier!.InteractionId} of the same customer, whose task is being created" : null,
    };
}

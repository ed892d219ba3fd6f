using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>What is to become of a row, if its token is still this one.</summary>
internal sealed record Progress(long Row, long Token, FollowUp FollowUp, bool Leased, long Checkpoint = 0);

internal static class ProgressParameters
{
    /// <summary>
    /// Fills in what the fragments progress and progressed read. The time by the clock of this process goes with it: a host whose clock is off means
    /// so long from now, not another time of day.
    /// </summary>
    public static NpgsqlCommand WithProgress(this NpgsqlCommand command, IReadOnlyList<Progress> rows, DateTimeOffset now, Leasing leasing) => command
        .WithEach("id", rows, row => row.Row)
        .WithEach("token", rows, row => row.Token)
        .WithEach("checkpoint", rows, row => row.Checkpoint)
        .WithEach("leased", rows, row => row.Leased)
        .WithEach("state", rows, row => (long)row.FollowUp.State)
        .WithEach("outcome", rows, row => (long)row.FollowUp.Outcome)
        .WithEach("next_at", rows, row => UnixTime.From(row.FollowUp.NextAt))
        .WithEach("attempts", rows, row => (long)row.FollowUp.Attempts)
        .WithEach("form_polls", rows, row => (long)row.FollowUp.FormPolls)
        .WithEach("look_ups", rows, row => (long)row.FollowUp.LookUps)
        .WithEach("tasks_found", rows, row => (long)row.FollowUp.TasksFound)
        .WithEach("operator_insists", rows, row => row.FollowUp.OperatorInsists)
        .WithEachText("decision", rows, row => DecisionJson.Write(row.FollowUp.Decision))
        .WithEach("shadow_differs", rows, row => ShadowDiffers.Of(row.FollowUp.Decision))
        .WithEachText("payload", rows, row => row.FollowUp.Payload)
        .WithEachText("idempotency_key", rows, row => row.FollowUp.IdempotencyKey)
        .WithEach("intent_at", rows, row => UnixTime.From(row.FollowUp.IntentAt))
        .WithEach("unconfirmed_since", rows, row => UnixTime.From(row.FollowUp.UnconfirmedSince))
        .WithEach("possible_duplicate", rows, row => row.FollowUp.PossibleDuplicate)
        .WithEach("uses_fallback", rows, row => row.FollowUp.UsesFallbackAssignee)
        .WithEachText("task_id", rows, row => row.FollowUp.TaskId)
        .WithEach("notification", rows, row => (long)row.FollowUp.Notification)
        .WithEachText("reason", rows, row => row.FollowUp.Reason)
        .With("now", UnixTime.From(now))
        .With("lease", leasing.Milliseconds);
}

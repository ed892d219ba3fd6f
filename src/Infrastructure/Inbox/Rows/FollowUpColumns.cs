using CxoneAssist.Application;
using Row = CxoneAssist.Infrastructure.Inbox.Rows.Column<CxoneAssist.Application.Ports.FollowUpRecord>;
using Webhook = CxoneAssist.Infrastructure.Inbox.Rows.Column<CxoneAssist.Domain.CompletedInteraction>;
using Work = CxoneAssist.Infrastructure.Inbox.Rows.Column<CxoneAssist.Application.FollowUp>;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>
/// The columns of the table follow_up. A new column is an entry here and a migration for each
/// database: the lists in the statements, their parameters and the reading of rows are derived from
/// it.
/// </summary>
internal static class FollowUpColumns
{
    private const string Decision = "decision";

    // What contents become when their row is purged.
    private const string Null = "null";

    private static readonly string[] Long = ["form", "failed_attempts", "payload"];

    /// <summary>What the row is known and leased by. Statements write it by themselves.</summary>
    public static Row[] Record { get; } =
    [
        Row.Number("id", null, (it, id) => it with { Id = id }),
        Row.Number("lease_token", null, (it, token) => it with { Token = token }),
        Row.Flag("leased", null, (it, leased) => it with { Leased = leased }),
        Row.Time("purged_at", null, (it, at) => it with { PurgedAt = at }),
        Row.Time("settled_at", null, (it, at) => it with { SettledAt = at }),
    ];

    /// <summary>What a webhook said, its key first.</summary>
    public static Webhook[] Interaction { get; } =
    [
        Webhook.Text("interaction_id", it => it.InteractionId, (it, text) => it with { InteractionId = text }),
        Webhook.Text("agent_id", it => it.AgentId, (it, text) => it with { AgentId = text }, "''"),
        Webhook.Time("completed_at", it => it.CompletedAt, (it, at) => it with { CompletedAt = at }, Null),
        Webhook.Text("customer_id", it => it.CustomerId, (it, text) => it with { CustomerId = text }, Null),
        Webhook.Text("skill", it => it.Skill, (it, text) => it with { Skill = text }, Null),
        Webhook.Text("queue", it => it.Queue, (it, text) => it with { Queue = text }, Null),
        Webhook.Text("channel", it => it.Channel, (it, text) => it with { Channel = text }, Null),
        Webhook.Text("language", it => it.Language, (it, text) => it with { Language = text }, Null),
    ];

    /// <summary>
    /// How far the work got. Three are only read: when it was received, when it is due (while it is
    /// leased, the end of the lease), and the agents of later webhooks, which no save may
    /// overwrite.
    /// </summary>
    public static Work[] FollowUp { get; } =
    [
        Work.Time("received_at", null, (it, at) => it with { ReceivedAt = at }),
        Work.Time("next_at", null, (it, at) => it with { NextAttemptAt = at }),
        Work.Text("other_agents", null, (it, text) => it with { OtherAgents = text }, Null),
        Work.Number("state", it => (long)it.State, (it, number) => it with { State = (FollowUpState)number }),
        Work.Number("outcome", it => (long)it.Outcome, (it, number) => it with { Outcome = (FollowUpOutcome)number }),
        Work.Number("attempts", it => it.Attempts, (it, number) => it with { Attempts = (int)number }),
        Work.Number("form_polls", it => it.FormPolls, (it, number) => it with { FormPolls = (int)number }),
        Work.Number("look_ups", it => it.LookUps, (it, number) => it with { LookUps = (int)number }),
        Work.Number("tasks_found", it => it.TasksFound, (it, number) => it with { TasksFound = (int)number }),
        Work.Flag("operator_insists", it => it.OperatorInsists, (it, flag) => it with { OperatorInsists = flag }),
        Work.Text(Decision, it => DecisionJson.Write(it.Decision), Decided, Null),
        Work.Number("shadow_differs", ShadowDiffers, null, Null),
        Work.Number("priority", it => (long?)it.Decision?.Priority, null, Null),
        Work.Time("due_at", it => it.Decision?.DueDate, null, Null),
        Work.Text("form", it => RecordJson.Write(it.Form), (it, json) => it with { Form = RecordJson.ReadForm(json) }, Null),
        Work.Text(
            "failed_attempts",
            it => RecordJson.Write(it.FailedAttempts),
            (it, json) => it with { FailedAttempts = RecordJson.ReadFailedAttempts(json) },
            Null),
        Work.Time("decided_at", it => it.DecidedAt, (it, at) => it with { DecidedAt = at }),
        Work.Time("task_at", it => it.TaskAt, (it, at) => it with { TaskAt = at }),
        Work.Time("notified_at", it => it.NotifiedAt, (it, at) => it with { NotifiedAt = at }),
        Work.Text("payload", it => it.Payload, (it, text) => it with { Payload = text }, Null),
        Work.Text("idempotency_key", it => it.IdempotencyKey, (it, text) => it with { IdempotencyKey = text }, Null),
        Work.Time("intent_at", it => it.IntentAt, (it, at) => it with { IntentAt = at }),
        Work.Time("unconfirmed_since", it => it.UnconfirmedSince, (it, at) => it with { UnconfirmedSince = at }),
        Work.Flag("possible_duplicate", it => it.PossibleDuplicate, (it, flag) => it with { PossibleDuplicate = flag }),
        Work.Flag("uses_fallback", it => it.UsesFallbackAssignee, (it, yes) => it with { UsesFallbackAssignee = yes }),
        Work.Text("task_id", it => it.TaskId, (it, text) => it with { TaskId = text }),
        Work.Number(
            "notification", it => (long)it.Notification, (it, n) => it with { Notification = (NotificationStatus)n }),
        Work.Text("reason", it => it.Reason, (it, text) => it with { Reason = text }, Null),
    ];

    /// <summary>Those of <see cref="FollowUp"/> that a save writes.</summary>
    public static Work[] Progress { get; } = [.. FollowUp.Where(column => column.IsWritten)];

    /// <summary>The columns that are read, in the order of the fragment <c>columns</c>.</summary>
    public static IReadOnlyList<string> Read { get; } =
        [.. ReadOf(Record), .. ReadOf(Interaction), .. ReadOf(FollowUp)];

    /// <summary>The same for lists: what would make them long is left out.</summary>
    public static IReadOnlyList<string> ReadInLists { get; } = [.. Read.Select(name => Long.Contains(name) ? Null : name)];

    /// <summary>The place of the decision among those that are read.</summary>
    public static int DecisionPlace { get; } = Read.ToList().IndexOf(Decision);

    /// <summary>What the statements of a database say of the columns.</summary>
    /// <param name="interaction">
    /// What stands before the name of a value of an interaction's: <c>@</c>, or an alias.
    /// </param>
    /// <param name="progress">The same for a follow-up's.</param>
    public static (string Name, string Text)[] Fragments(string interaction, string progress)
    {
        var (said, saved) = (NamesOf(Interaction), NamesOf(Progress));
        return
        [
            ("columns", Join(Read)),
            ("interaction_columns", Join(said)),
            ("interaction_parameters", Join(said.Select(name => "@" + name))),
            // All but the key.
            ("set_interaction", Join(said.Skip(1).Select(name => $"{name} = {interaction}{name}"))),
            ("progress_columns", Join(saved)),
            ("progress_parameters", Join(saved.Select(name => "@" + name))),
            ("set_progress", Join(saved.Select(name => $"{name} = {progress}{name}"))),
            ("set_purged", Join([.. PurgedOf(Interaction), .. PurgedOf(FollowUp)])),
        ];
    }

    /// <summary>Whether two follow-ups of one row say the same in everything that a save stores.</summary>
    public static bool StoresTheSame(FollowUp one, FollowUp other) => Progress.All(column => column.IsSame(one, other));

    private static FollowUp Decided(FollowUp followUp, string json) =>
        DecisionJson.TryRead(json, out var decision) ? followUp with { Decision = decision } : followUp;

    private static long? ShadowDiffers(FollowUp followUp) =>
        followUp.Decision is { Shadow: { } shadow } decision ? (shadow.DiffersFrom(decision) ? 1 : 0) : null;

    private static IEnumerable<string> ReadOf<T>(IEnumerable<Column<T>> columns) =>
        columns.Where(column => column.Read is not null).Select(column => column.Name);

    private static List<string> NamesOf<T>(IEnumerable<Column<T>> columns) =>
        [.. columns.Select(column => column.Name)];

    private static IEnumerable<string> PurgedOf<T>(IEnumerable<Column<T>> columns) =>
        columns.Where(column => column.Purged is not null).Select(column => $"{column.Name} = {column.Purged}");

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}

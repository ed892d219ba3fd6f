using CxoneAssist.Application.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>
/// Whether webhooks can be stored, and apart from them what follow-ups came to. That a claim or upkeep fails, its caller
/// alone is told.
/// </summary>
internal sealed class WriteFailures(ILogger logger)
{
    private readonly LaneOutage _webhooks = new(logger, "Webhooks", Explain);
    private readonly LaneOutage _saves = new(logger, "What follow-ups came to", Explain);

    /// <summary>
    /// The last webhook that could not be stored; <c>null</c> where they can be. Only this one that is stored, or a probe
    /// that could store it, ends it: others may take another way through the table.
    /// </summary>
    public SqliteReceiveOperation? LastRefused { get; private set; }

    /// <summary>Whether the operation itself was at fault, and the database is in order.</summary>
    public static bool IsOwn(IWriteOperation operation, Exception error) =>
        error is not SqliteException || (IsRejection(error) && operation.Kind is not (WriteKind.Receive or WriteKind.Claim));

    /// <summary>
    /// Whether the database refused that operation alone. What a webhook or a claim writes was checked before, so for
    /// these the database is at fault even then.
    /// </summary>
    public static bool IsRejection(Exception error) =>
        error is SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG };

    /// <summary>Tells the callers that the database failed them.</summary>
    /// <param name="operations">What they wanted.</param>
    /// <param name="culprit">At which of these it failed; <c>null</c> where it failed at all together.</param>
    /// <param name="error">How.</param>
    public void Fail(IReadOnlyCollection<IWriteOperation> operations, IWriteOperation? culprit, Exception error)
    {
        LastRefused = culprit as SqliteReceiveOperation ?? operations.OfType<SqliteReceiveOperation>().LastOrDefault() ?? LastRefused;
        if (operations.Any(operation => operation.Kind == WriteKind.Receive))
        {
            _webhooks.Begin(error);
        }

        if (operations.Any(operation => operation.Kind == WriteKind.Save))
        {
            _saves.Begin(error);
        }

        var unavailable = error as InboxUnavailableException
            ?? new InboxUnavailableException($"The inbox cannot store now: {Explain(error)}", error) { Attention = SqliteCauses.Explain(error) };
        foreach (var operation in operations)
        {
            operation.Fail(unavailable);
        }
    }

    /// <summary>They are on disk.</summary>
    public void Succeeded(IReadOnlyCollection<IWriteOperation> operations)
    {
        if (_webhooks.Lasts && operations.Any(ShowsThatWebhooksCanBeStored))
        {
            LastRefused = null;
            _webhooks.End();
        }

        if (_saves.Lasts && operations.Any(operation => operation.Kind == WriteKind.Save))
        {
            _saves.End();
        }
    }

    // The text of a rejection is left out: a trigger of another program may quote what customers wrote.
    private static string Explain(Exception error) => error switch
    {
        InboxUnavailableException { Attention: { } attention } => attention,
        SqliteException rejection when IsRejection(error) => $"SQLite error {rejection.SqliteExtendedErrorCode}",
        _ => error.Message,
    };

    private bool ShowsThatWebhooksCanBeStored(IWriteOperation operation) => operation is SqliteProbeOperation
        || (operation is SqliteReceiveOperation receive && receive.InteractionId == LastRefused?.InteractionId);
}

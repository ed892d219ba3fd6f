using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>
/// Applies an operator's decision, unless the follow-up changed since it was read or a newer
/// version does the work, and keeps what was done.
/// </summary>
internal sealed class PostgreSqlAmendOperation(FollowUpRecord current, FollowUp next, OperatorAction action)
{
    public async Task<bool> WriteAsync(PostgreSqlSession session)
    {
        await using var amend = session.Connection.Command(PostgreSqlStatement.Amend)
            .WithProgress(
                [new RowProgress(current.Id, current.Token, next, Leased: false)], session.Leases.Begin().Now, session.Leases)
            .With("generation", Generation.Own)
            .With("at", UnixTime.From(action.At))
            .WithText("kind", action.Kind)
            .WithText("note", action.Note)
            .WithText("actor", action.Actor);
        return await amend.ExecuteNonQueryAsync() == 1;
    }
}

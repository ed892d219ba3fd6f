using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>Applies an operator's decision to a follow-up nobody touched since it was read, and keeps what was done.</summary>
internal sealed class Amending(LeaseClock leases)
{
    public async Task<bool> WriteAsync(NpgsqlConnection connection, FollowUpRecord current, FollowUp next, Intervention intervention)
    {
        await using var amend = connection.Command(PostgreSqlStatement.Amend)
            .WithProgress([new Progress(current.Row, current.Token, next, Leased: false)], leases.Begin().Now, leases)
            .With("at", UnixTime.From(intervention.At))
            .WithText("kind", intervention.Kind)
            .WithText("note", intervention.Note);
        return await amend.ExecuteNonQueryAsync() == 1;
    }
}

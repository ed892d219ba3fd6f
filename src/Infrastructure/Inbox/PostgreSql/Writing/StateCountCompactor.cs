using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;

/// <summary>Adds up the changes that the counts by state are made of, so that they stay few.</summary>
internal sealed class StateCountCompactor(NpgsqlDataSource source)
{
    // Each group writes a few of them.
    private const int Every = 200;

    private int _groups;

    /// <summary>To be called with each group that is written.</summary>
    public async Task AfterAsync(Task group)
    {
        await group;
        if (Interlocked.Increment(ref _groups) % Every == 0)
        {
            await CompactAsync();
        }
    }

    private async Task CompactAsync()
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var command = connection.Command(PostgreSqlStatement.CompactStateCounts);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The sum is right without it, and the next time adds up what this one did not. The
            // next write says what is wrong.
        }
    }
}

using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.Rows;
using CxoneAssist.Tests.Shared.PostgreSql;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace CxoneAssist.Infrastructure.Tests.Inbox.PostgreSql;

/// <summary>
/// A database with an inbox in it, on the assembly's server. The clock that leases go by there can
/// be set.
/// </summary>
internal sealed class InboxDatabase(string connectionString)
{
    // The server's own clock cannot be set, so the one function of the schema that reads it is
    // replaced.
    private const string SettableClock = """
        create table test_clock (now bigint not null);
        insert into test_clock values (0);
        create or replace function inbox_clock() returns double precision language sql stable as 'select now::double precision from test_clock';
        """;

    public string ConnectionString => connectionString;

    public SteppedTime Clock { get; private set; } = new(Given.Noon);

    /// <summary>An empty database with the server's clock.</summary>
    public static async Task<InboxDatabase> CreateAsync() => new(await (await SharedCluster.GetAsync()).CreateDatabaseAsync());

    /// <summary>A migrated database with a clock that can be set.</summary>
    public static async Task<InboxDatabase> WithSettableClockAsync()
    {
        var database = await CreateAsync();
        await (await database.OpenAsync()).DisposeAsync();
        await database.AskAsync(SettableClock);
        await database.PassAsync(TimeSpan.Zero);
        return database;
    }

    /// <summary>Removes every row and starts the clock anew.</summary>
    public async Task EmptyAsync()
    {
        Clock = new(Given.Noon);
        await AskAsync("truncate follow_up, intervention, precedent, state_change, repeated_webhook, probe");
        await PassAsync(TimeSpan.Zero);
    }

    /// <summary>Advances both clocks, this process's and the server's.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await AskAsync($"update test_clock set now = {Clock.GetUtcNow().ToUnixTimeMilliseconds()}");
    }

    public async Task<OpenInbox> OpenAsync(
        int prefetched = 0,
        InboxOptions? options = null,
        string? other = null,
        TimeProvider? clock = null,
        ILogger<PostgreSqlInbox>? logger = null)
    {
        var slots = new PrefetchBuffer(prefetched);
        var inbox = new PostgreSqlInbox(
            other ?? connectionString,
            options ?? new InboxOptions(),
            slots,
            clock ?? Clock,
            logger ?? NullLogger<PostgreSqlInbox>.Instance,
            SuppressingPolicies.Instance);
        await inbox.OpenAsync(default);
        return new OpenInbox(inbox, inbox, slots, inbox);
    }

    /// <summary>Migrates the database, and makes a role with the rights that a host needs.</summary>
    public async Task<string> CreateHostRoleAsync()
    {
        await (await OpenAsync()).DisposeAsync();
        var role = $"host_{connectionString.Split("db_")[1]}";
        await AskAsync($"create role {role} login password '{(await SharedCluster.GetAsync()).Password}'");
        await AskAsync($"grant select, insert, update, delete on all tables in schema public to {role}");
        return role;
    }

    public string ConnectionStringOf(string role) => connectionString.Replace("Username=postgres", $"Username={role}", StringComparison.Ordinal);

    /// <summary>Sets a default of the database, for connections that are made from now on.</summary>
    public Task SetDefaultAsync(string setting, string value) =>
        AskAsync($"alter database {connectionString.Split("Database=")[1]} set {setting} = '{value}'");

    /// <summary>The server's processes for the connections of inboxes.</summary>
    public async Task<int[]> ProcessIdsAsync() => (int[])(await AskAsync("""
        select coalesce(array_agg(pid), '{}') from pg_stat_activity where application_name = 'CxoneAssist' and datname = current_database()
        """))!;

    /// <summary>Takes the customer's turn, until the connection is disposed.</summary>
    public async Task<NpgsqlConnection> HoldAsync(SuppressionKey key) => await HoldAsync($"select pg_advisory_xact_lock({CustomerKeys.LockOf(key)})");

    /// <summary>Takes a lock within a transaction, until the connection is disposed.</summary>
    public async Task<NpgsqlConnection> HoldAsync(string sql)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Texts of the tests.
        await using var hold = new NpgsqlCommand("begin; " + sql, connection);
#pragma warning restore CA2100
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Another program's statement.</summary>
    public Task<object?> AskAsync(string sql) => PostgreSqlCluster.ExecuteAsync(connectionString, sql);
}

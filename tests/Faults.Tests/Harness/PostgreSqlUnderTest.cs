using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>
/// A database of its own on a server that the scenarios share, or on one that a scenario may stop.
/// </summary>
internal sealed class PostgreSqlUnderTest(PostgreSqlCluster cluster, string connectionString) : DatabaseUnderTest
{
    public PostgreSqlCluster Cluster => cluster;

    public string ConnectionString => connectionString;

    // Leases of hosts that are gone have to end soon; a call must not outlive one.
    public override (string Key, string? Value)[] Settings =>
    [
        ("ConnectionStrings__Inbox", connectionString),
        ("CxoneAssist__Inbox__Lease", "00:00:03"),
        ("CxoneAssist__Cxone__CreateTimeout", "00:00:01.5"),
        ("CxoneAssist__FollowUp__LookUpDelay", "00:00:00.500"),
    ];

    public static async Task<PostgreSqlUnderTest> MakeAsync(PostgreSqlCluster cluster) => new(cluster, await cluster.CreateDatabaseAsync());

    /// <summary>
    /// Makes the database record all leases, and count each one that was granted before the
    /// previous one had ended. The record decides, not the row: a host that takes leases too early
    /// may have changed the row.
    /// </summary>
    public Task WatchLeasesAsync() => PostgreSqlCluster.ExecuteAsync(connectionString, """
        create table if not exists lease_book (row bigint primary key, ends_at bigint);
        create table if not exists double_claim (row bigint, at timestamptz default clock_timestamp());
        create or replace function watch_leases() returns trigger language plpgsql as $$
        begin
            if tg_op = 'UPDATE' and new.lease_token <> old.lease_token and new.leased then
                insert into double_claim (row)
                select row from lease_book where row = new.id and ends_at > extract(epoch from clock_timestamp()) * 1000;
            end if;
            if tg_op = 'INSERT' or new.lease_token <> old.lease_token or new.checkpoint <> old.checkpoint then
                insert into lease_book (row, ends_at) values (new.id, case when new.leased then new.next_at else 0 end)
                on conflict (row) do update set ends_at = excluded.ends_at;
            end if;
            return new;
        end $$;
        create or replace trigger watch_leases before insert or update on follow_up for each row execute function watch_leases();
        """);

    /// <summary>The number of these leases.</summary>
    public async Task<long> DoubleClaimsAsync() =>
        (long)(await PostgreSqlCluster.ExecuteAsync(connectionString, "select count(*) from double_claim"))!;

    public async Task<bool> HoldsAsync(string interactionId) =>
        (bool)(await PostgreSqlCluster.ExecuteAsync(
            connectionString, $"select exists (select 1 from follow_up where interaction_id = '{interactionId}')"))!;
}

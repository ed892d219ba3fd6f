using CxoneAssist.Tests.Shared.PostgreSql;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>A database of its own on a server that the scenarios share, or on one that a scenario may stop.</summary>
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

    /// <summary>Has the database itself count every lease that was given away before it had ended.</summary>
    public Task WatchLeasesAsync() => PostgreSqlCluster.ExecuteAsync(connectionString, """
        create table if not exists double_claim (row bigint, at timestamptz default clock_timestamp());
        create or replace function watch_leases() returns trigger language plpgsql as $$
        begin
            if new.lease_token <> old.lease_token and old.leased and new.leased
                and old.next_at > extract(epoch from clock_timestamp()) * 1000 then
                insert into double_claim (row) values (old.id);
            end if;
            return new;
        end $$;
        create or replace trigger watch_leases before update on follow_up for each row execute function watch_leases();
        """);

    /// <summary>How many those were.</summary>
    public async Task<long> DoubleClaimsAsync() =>
        (long)(await PostgreSqlCluster.ExecuteAsync(connectionString, "select count(*) from double_claim"))!;

    public async Task<bool> HoldsAsync(string interactionId) =>
        (bool)(await PostgreSqlCluster.ExecuteAsync(
            connectionString, $"select exists (select 1 from follow_up where interaction_id = '{interactionId}')"))!;
}

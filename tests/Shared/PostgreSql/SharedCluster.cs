using CxoneAssist.Tests.Shared.PostgreSql;

/// <summary>
/// One server for all tests of an assembly, started by the first one that needs it. It is outside
/// any namespace, so that it stops after all of them.
/// </summary>
[SetUpFixture]
#pragma warning disable CA1050 // See above.
public sealed class SharedCluster
#pragma warning restore CA1050
{
    /// <summary>
    /// With this variable set to 1 a missing PostgreSQL is a failure, not a reason to skip.
    /// </summary>
    public const string RequiredVariable = "CXONEASSIST_REQUIRE_POSTGRES";

    private static readonly Lock Gate = new();
    private static Task<PostgreSqlCluster>? _shared;

    /// <summary>The server; without PostgreSQL on this machine the test is skipped.</summary>
    internal static Task<PostgreSqlCluster> GetAsync()
    {
        SkipWhereMissing();
        lock (Gate)
        {
            return _shared ??= PostgreSqlCluster.StartAsync();
        }
    }

    /// <summary>
    /// Skips the test, or fails it, where there is no PostgreSQL on this machine.
    /// </summary>
    internal static void SkipWhereMissing()
    {
        if (PostgreSqlCluster.Missing is not { } reason)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(RequiredVariable) == "1")
        {
            Assert.Fail($"{reason} {RequiredVariable} says that it must be there.");
        }

        Assert.Ignore(reason);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_shared is { } shared)
        {
            await (await shared).DisposeAsync();
        }
    }
}

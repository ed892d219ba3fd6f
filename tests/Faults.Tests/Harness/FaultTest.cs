using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>
/// A scenario: its simulator, its hosts, its database, and the line of figures it ends with.
/// </summary>
[Platform(Exclude = "Win", Reason = "There are no such signals.")]
public abstract class FaultTest(Database database) : EndToEndTest
{
    private const string FaultHost = "CxoneAssist.Faults.Host.dll";

    private DatabaseUnderTest? _inbox;

    private protected PostgreSqlUnderTest PostgreSql => (PostgreSqlUnderTest)Inbox;

    private protected DatabaseUnderTest Inbox => _inbox ?? throw new InvalidOperationException("There is no database yet.");

    private protected override HostSettings Settings => base.Settings.With([.. Inbox.Settings]);

    [SetUp]
    public async Task MakeDatabaseAsync() => _inbox = await DatabaseUnderTest.MakeAsync(database, Path.Combine(Folder, "inbox.db"));

    /// <summary>Uses another database than the usual one.</summary>
    private protected void Use(DatabaseUnderTest inbox) => _inbox = inbox;

    /// <summary>A host that can be stopped at a point, or is broken on purpose.</summary>
    private protected Task<HostClient> StartFaultHostAsync(params (string Key, string? Value)[] settings) =>
        StartHostAsync(Settings.For(FaultHost).With(settings));

    /// <summary>The figures of this scenario, printed and kept.</summary>
    private protected async Task<Figures> ConcludeAsync(IReadOnlyCollection<string> acknowledged, HostClient host, string more)
    {
        var figures = await LedgerCheck.JudgeAsync(acknowledged, Ledger, host.Operator);
        await RecordAsync($"{figures} {more}");
        return figures;
    }

    /// <summary>Prints a line of figures and keeps it.</summary>
    private protected Task RecordAsync(string figures) => FigureFile.AddAsync($"{TestContext.CurrentContext.Test.Name} [{database}]: {figures}");

    /// <summary>Waits until no host has work left.</summary>
    private protected static Task SettledAsync(HostClient host, int unconfirmed = 0) => Eventually.SeeAsync(
        () => host.Operator.ListAsync("parked"),
        page => page.Json.GetProperty("counts") is var counts
            && counts.GetProperty("received").GetInt32() + counts.GetProperty("creating").GetInt32() + counts.GetProperty("created").GetInt32() == unconfirmed
            && counts.GetProperty("unconfirmed").GetInt32() == unconfirmed,
        page => page.Body);
}

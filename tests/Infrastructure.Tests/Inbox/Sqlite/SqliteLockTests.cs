using System.Diagnostics;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Maintenance;
using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>One host per file, whatever its name and whatever became of the lock file.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class SqliteLockTests
{
    private InboxFolder _folder = null!;
    private string _link = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new InboxFolder();
        _link = Path.Combine(_folder.Path, "other-name.db");
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task OpenAsync_LockFileRemoved_IsRefused()
    {
        await using var first = await _folder.OpenAsync();
        File.Delete(_folder.File + ".lock");
        await RefusedAsync(_folder.File);
    }

    [Test]
    public async Task OpenAsync_HardLinkToAHeldFile_IsRefusedUntilThatHostStops()
    {
        await using (var first = await _folder.OpenAsync())
        {
            await Process.Start("ln", [_folder.File, _link]).WaitForExitAsync();
            await RefusedAsync(_link);
            await first.Inbox.ReceiveAsync(Given.Interaction(), default);
        }

        await using var second = await _folder.OpenAsync(connectionString: $"Data Source={_link}");
        Assert.That(await second.Records.FindAsync("i-1", default), Is.Not.Null);
    }

    [Test]
    public async Task OpenForAmendingAsync_HardLinkToAHeldFile_SaysThatAHostHoldsItAndLeavesItsLocks()
    {
        await using var host = await _folder.OpenAsync();
        await host.Inbox.ReceiveAsync(Given.Interaction(), default);
        await Process.Start("ln", [_folder.File, _link]).WaitForExitAsync();
        using (var other = _folder.Connect())
        {
            other.Ask("select count(*) from follow_up");
        }

        var before = Locks();
        await RefusedAsync(_link);
        Assert.That(Locks(), Is.EqualTo(before).And.Not.Empty);
    }

    private static string[] Locks() => [.. File.ReadAllLines("/proc/locks")
        .Where(line => line.Contains($" {Environment.ProcessId} ", StringComparison.Ordinal) && line.Contains("POSIX", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]).Order()];

    private async Task RefusedAsync(string path)
    {
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _folder.OpenAsync(connectionString: $"Data Source={path}"));
        Assert.That(refused!.Message, Does.Contain(path).And.Contain("in use by another"));
        Assert.That(ReadOnlySqliteInbox.IsHeld(SqliteFile.Parse($"Data Source={path}")));
    }
}

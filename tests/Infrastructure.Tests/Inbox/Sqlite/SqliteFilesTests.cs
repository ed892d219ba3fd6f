using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>The files of an open inbox are taken away.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class SqliteFilesTests
{
    private InboxFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new InboxFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("")]
    [TestCase("-wal")]
    [TestCase("-shm")]
    public async Task Write_FileRemovedWhileOpen_IsRefusedAndNoFileIsMade(string suffix)
    {
        await using var open = await _folder.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("before"), default);
        File.Delete(_folder.File + suffix);

        await RefusesAsync(open, _folder.File + suffix);
        Assert.That(File.Exists(_folder.File + suffix), Is.False);
    }

    [Test]
    public async Task Write_FileReplacedWhileOpen_IsRefusedAndTheOtherFileStaysAsItIs()
    {
        using var other = new InboxFolder();
        await (await other.OpenAsync()).DisposeAsync();
        var content = await File.ReadAllBytesAsync(other.File);
        await using (var open = await _folder.OpenAsync())
        {
            File.Move(other.File, _folder.File, overwrite: true);
            await RefusesAsync(open, _folder.File);
        }

        Assert.That(await File.ReadAllBytesAsync(_folder.File), Is.EqualTo(content));
    }

    [Test]
    public async Task ReceiveAsync_FileRemovedDuringTheTransaction_IsRefused()
    {
        await using var open = await _folder.OpenAsync(prefetched: 2);
        _folder.Clock.Read = () => File.Delete(_folder.File);

        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ReceiveAsync(Given.Interaction(), default));
        Assert.That(open.Prefetched.TryTake(out _), Is.False, "no worker gets it either");
    }

    [Test]
    public async Task ReceiveAsync_FileMovedAndPutBack_StoresAgain()
    {
        await using var open = await _folder.OpenAsync();
        File.Move(_folder.File, _folder.File + ".away");
        await RefusesAsync(open, _folder.File);

        File.Move(_folder.File + ".away", _folder.File);
        Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction("after"), default), Is.EqualTo(ReceiveResult.Stored));
        Assert.That(await open.Records.FindAsync("refused", default), Is.Null);
    }

    [Test]
    public async Task Write_JournalRemovedWhileOpen_MovesWhatItHeldIntoTheDatabase()
    {
        await using var open = await _folder.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("before"), default);
        File.Delete(_folder.File + "-wal");
        await RefusesAsync(open, _folder.File + "-wal");

        using var left = _folder.CopyAsKilled();
        await using var again = await left.OpenAsync();
        Assert.That(await again.Records.FindAsync("before", default), Is.Not.Null);
    }

    private static async Task RefusesAsync(OpenInbox open, string file)
    {
        Func<Task>[] writes =
        [
            () => open.Inbox.ReceiveAsync(Given.Interaction("refused"), default),
            () => open.Inbox.ClaimAsync(10, default),
            () => open.Records.ProbeAsync(default),
        ];
        foreach (var write in writes)
        {
            var refused = await Assert.ThrowsAsync<InboxUnavailableException>(() => write());
            Assert.That(refused!.Message, Does.Contain($"'{file}'").And.Contain("restart the host"));
        }
    }
}

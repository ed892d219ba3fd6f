using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>The files of an open inbox are taken away.</summary>
[TestFixture]
[Platform("Linux")]
public sealed class SqliteFilesTests : SqliteInboxTest
{
    [TestCase("")]
    [TestCase("-wal")]
    [TestCase("-shm")]
    public async Task Write_FileRemovedWhileOpen_IsRefusedAndNoFileIsMade(string suffix)
    {
        await using var open = await Folder.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("before"), default);
        File.Delete(Folder.File + suffix);

        await RefusesAsync(open, Folder.File + suffix);
        Assert.That(File.Exists(Folder.File + suffix), Is.False);
    }

    [Test]
    public async Task Write_FileReplacedWhileOpen_IsRefusedAndTheOtherFileStaysAsItIs()
    {
        using var other = new InboxFolder();
        await (await other.OpenAsync()).DisposeAsync();
        var content = await File.ReadAllBytesAsync(other.File);
        await using (var open = await Folder.OpenAsync())
        {
            File.Move(other.File, Folder.File, overwrite: true);
            await RefusesAsync(open, Folder.File);
        }

        Assert.That(await File.ReadAllBytesAsync(Folder.File), Is.EqualTo(content));
    }

    [Test]
    public async Task ReceiveAsync_FileRemovedDuringTheTransaction_IsRefused()
    {
        await using var open = await Folder.OpenAsync(prefetched: 2);
        Folder.Clock.Read = () => File.Delete(Folder.File);

        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ReceiveAsync(Given.Interaction(), default));
        Assert.That(open.Prefetched.TryTake(out _), Is.False, "no worker gets it either");
    }

    [Test]
    public async Task ReceiveAsync_FileMovedAndPutBack_StoresAgain()
    {
        await using var open = await Folder.OpenAsync();
        File.Move(Folder.File, Folder.File + ".away");
        await RefusesAsync(open, Folder.File);

        File.Move(Folder.File + ".away", Folder.File);
        Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction("after"), default), Is.EqualTo(ReceiveResult.Stored));
        Assert.That(await open.Records.FindAsync("refused", default), Is.Null);
    }

    [Test]
    public async Task Write_JournalRemovedWhileOpen_MovesWhatItHeldIntoTheDatabase()
    {
        await using var open = await Folder.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction("before"), default);
        File.Delete(Folder.File + "-wal");
        await RefusesAsync(open, Folder.File + "-wal");

        using var left = Folder.CopyAsKilled();
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

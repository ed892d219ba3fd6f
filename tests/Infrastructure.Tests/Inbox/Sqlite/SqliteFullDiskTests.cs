using System.Diagnostics;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
public sealed class SqliteFullDiskTests
{
    private InboxFolder _folder = null!;

    [SetUp]
    public void MountSmallDisk()
    {
        _folder = new InboxFolder();
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", _folder.Path) != 0)
        {
            _folder.Dispose();
            Assert.Ignore("A small disk of its own can be mounted by root on Linux only.");
        }
    }

    [TearDown]
    public void Unmount()
    {
        if (Directory.Exists(_folder.Path))
        {
            Run("umount", _folder.Path);
            _folder.Dispose();
        }
    }

    [Test]
    public async Task ReceiveAsync_DiskFull_RefusesAndResumesWithNothingLost()
    {
        await using var open = await _folder.OpenAsync();
        var ballast = Path.Combine(_folder.Path, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[1_000_000]);
        List<string> acknowledged = [];
        InboxUnavailableException? refused = null;
        for (var i = 0; refused is null && i < 100_000; i++)
        {
            try
            {
                await open.Inbox.ReceiveAsync(Given.Interaction($"i-{i}"), default);
                acknowledged.Add($"i-{i}");
            }
            catch (InboxUnavailableException exception)
            {
                refused = exception;
            }
        }

        Assert.That(refused, Is.Not.Null);
        FillUp(ballast);
        await Assert.ThrowsAsync<InboxUnavailableException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await open.Records.ProbeAsync(default);
            }
        });
        await Assert.ThrowsAsync<InboxUnavailableException>(() => open.Inbox.ReceiveAsync(Given.Interaction("refused"), default));
        Assert.That(await open.Records.FindAsync("refused", default), Is.Null);

        File.Delete(ballast);
        await open.Records.ProbeAsync(default);
        Assert.That(await open.Inbox.ReceiveAsync(Given.Interaction("refused"), default), Is.EqualTo(ReceiveResult.Stored));
        var stored = (await open.ListAsync(new(), null, 100_001, default)).Select(record => record.FollowUp.Interaction.InteractionId);
        Assert.That(stored, Is.EqualTo(acknowledged.Append("refused")));
        using var other = _folder.Connect();
        Assert.That(other.Ask("pragma integrity_check"), Is.EqualTo("ok"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task OpenAsync_DiskFull_SaysWhereThereIsNoRoomAndThatItMayPass(bool isThere)
    {
        if (isThere)
        {
            await (await _folder.OpenAsync()).DisposeAsync();
        }

        FillUp(Path.Combine(_folder.Path, "ballast"));
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _folder.OpenAsync());
        Assert.That(refused!.Message, Does.Contain($"no room on '{_folder.Path}'").And.Contain("ConnectionStrings:Inbox"));
        Assert.That(refused.MayPass);

        File.Delete(Path.Combine(_folder.Path, "ballast"));
        await using var open = await _folder.OpenAsync();
        await open.Records.ProbeAsync(default);
    }

    // A disk too full for a webhook may still have space for something smaller, and so may the
    // journal.
    private static void FillUp(string ballast)
    {
        using var stream = new FileStream(ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[512]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}

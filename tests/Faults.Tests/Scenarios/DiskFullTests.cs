using System.Diagnostics;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Faults.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Faults.Tests.Scenarios;

/// <summary>A disk that is full for a while.</summary>
[TestFixture(Database.Sqlite)]
public sealed class DiskFullTests(Database database) : FaultTest(database)
{
    private const int Interactions = 300;

    private string? _disk;

    [Test]
    public async Task Disk_FullUnderLoad_LosesNothingAndResumesByItself()
    {
        var (figures, traffic, intact) = await FillAsync("");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures, Is.EqualTo(Figures.Clean(Interactions)));
            Assert.That(traffic.Refused, Is.Positive, "The disk was never full.");
            Assert.That(traffic.Unclear, Is.Zero, "A refusal is a 503 with Retry-After.");
            Assert.That(intact, Is.EqualTo("ok"));
        }
    }

    [Test, Slow]
    public async Task Disk_FullUnderAHostThatAcknowledgesErrors_IsSeen() =>
        Assert.That((await FillAsync("acknowledges-errors")).Figures.Lost, Is.Positive);

    [TearDown]
    public async Task UnmountAsync()
    {
        if (_disk is not null)
        {
            // Lazily: hosts that still run keep their files until they end.
            await RunAsync("umount", "-l", _disk);
        }
    }

    private async Task<(Figures Figures, Traffic Traffic, string? Intact)> FillAsync(string mutant)
    {
        _disk = await MountAsync();
        var file = Path.Combine(_disk, "inbox.db");
        Use(new SqliteUnderTest(file));
        await StartCxoneAsync();
        var host = await StartFaultHostAsync(("FAULT_MUTANT", mutant));
        var traffic = new Traffic(Survey.Webhooks(Interactions));
        var sending = traffic.SendAsync(() => [host]);

        await Eventually.SeeAsync(() => Task.FromResult(traffic.Count), count => count >= 20, count => $"{count}");
        var filler = Path.Combine(_disk, "filler");
        await FillUpAsync(filler);
        await Eventually.SeeAsync(
            () => Task.FromResult((traffic.Refused, traffic.Count)), seen => seen.Refused >= 20 || seen.Count == Interactions, seen => $"{seen}");
        File.Delete(filler);
        await sending;
        await SettledAsync(host);

        var intact = Integrity(file);
        var figures = await ConcludeAsync(
            traffic.Acknowledged, host, $"refused={traffic.Refused} unclear={traffic.Unclear} integrity_check={intact} {mutant}");
        await host.Process.StopAsync();
        return (figures, traffic, intact);
    }

    private async Task<string> MountAsync()
    {
        if (Environment.UserName != "root" || !OperatingSystem.IsLinux())
        {
            Assert.Ignore("Only root on Linux can mount a small disk.");
        }

        var disk = Directory.CreateDirectory(Path.Combine(Folder, "disk")).FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk) != 0)
        {
            Assert.Ignore("A small disk cannot be mounted here.");
        }

        return disk;
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task FillUpAsync(string file)
    {
        await using var filler = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                await filler.WriteAsync(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static string? Integrity(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "pragma integrity_check";
        return (string?)check.ExecuteScalar();
    }
}

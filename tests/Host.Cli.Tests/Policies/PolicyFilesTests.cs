using System.Diagnostics;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Policies;

[Platform(Exclude = "Win", Reason = "Such pipes are those of POSIX systems.")]
internal sealed class PolicyFilesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Read_OfAPipeThatSaysNothing_EndsAsItIsStopped()
    {
        using var temp = new TempFolder();
        using var made = Process.Start("mkfifo", [temp.At("pipe")]);
        await made.WaitForExitAsync();
        using var stop = new CancellationTokenSource();

        var reading = Task.Run(() => PolicyFiles.ReadAsync(temp.At("pipe"), stop.Token));
        // Opened once the reader has opened it too, and silent until the end of the test.
        await using var pipe = await Task.Run(() => new FileStream(temp.At("pipe"), FileMode.Open, FileAccess.Write));
        await stop.CancelAsync();

        Assert.That(async () => await reading.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
    }
}

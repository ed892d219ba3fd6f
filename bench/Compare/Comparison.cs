using System.Globalization;
using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Figures;
using CxoneAssist.Compare.Inboxes;

namespace CxoneAssist.Compare;

/// <summary>One run of the program: builds what is compared, takes the figures, cleans up.</summary>
internal static class Comparison
{
    private const int Syncs = 50;

    public static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("cxone-assist-bench-").FullName;
        try
        {
            Report.Line(
                $"{Environment.ProcessorCount} processors for everything; one sync of the disk takes {SyncTime(folder).TotalMilliseconds:F2} ms; "
                + $"medians of {settings.Rounds}.");
            var contenders = await new Workshop(settings, folder).BuildAsync(cancellationToken);
            foreach (var inbox in settings.Inboxes)
            {
                await using var store = await InboxStore.OpenAsync(inbox);
                await TakeAsync(new Bench(settings, store, contenders, folder), cancellationToken);
            }

            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return 130;
        }
        catch (InvalidOperationException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        foreach (var figure in Figure.All.Where(figure => bench.Settings.Figures.Contains(figure.Name)))
        {
            await figure.TakeAsync(bench, cancellationToken);
        }
    }

    // Shown with every durable figure: a disk that only pretends to sync makes all of them look better.
    private static TimeSpan SyncTime(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "sync"), FileMode.Create);
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Syncs; i++)
        {
            file.WriteByte(1);
            file.Flush(flushToDisk: true);
        }

        return TimeProvider.System.GetElapsedTime(began) / Syncs;
    }
}

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>Where the lines of figures go: the test's output, and a file that gathers them.</summary>
internal static class FigureFile
{
    private static readonly string Path = Environment.GetEnvironmentVariable("CXONEASSIST_FAULTS_FIGURES")
        ?? System.IO.Path.Combine(AppContext.BaseDirectory, "figures.txt");

    public static async Task AddAsync(string line)
    {
        await TestContext.Out.WriteLineAsync(line);
        await File.AppendAllTextAsync(Path, $"{TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {line}{Environment.NewLine}");
    }
}

using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>Where a report goes. Found wanting before the work begins, not after it.</summary>
internal sealed class ReportFile
{
    private ReportFile(string path) => Path = path;

    public string Path { get; }

    /// <exception cref="CommandFailure">It cannot be written there.</exception>
    public static ReportFile Claim(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
            return new ReportFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"--report: {path} cannot be written: {error.Message}", ExitCode.Usage);
        }
    }

    public Task WriteAsync(string text, CancellationToken cancellationToken) => File.WriteAllTextAsync(Path, text, cancellationToken);
}

using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>
/// Where a report goes. Found wanting before the work begins, not after it; until then what is there stays, for the report is written beside it and
/// put in its place whole.
/// </summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _target;
    private readonly string _beside;

    private ReportFile(string path, string target)
    {
        (Path, _target) = (path, target);
        _beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetRandomFileName()}.report");
    }

    public string Path { get; }

    /// <summary>Makes sure that it can be written.</summary>
    /// <param name="path">Where.</param>
    /// <param name="read">The files that are read: none of them may be lost to a slip of the hand.</param>
    /// <exception cref="CommandFailure">It cannot be written there.</exception>
    public static ReportFile Claim(string path, IEnumerable<string> read)
    {
        try
        {
            var target = InputFile.RealPath(path);
            if (read.Any(file => InputFile.IsSame(InputFile.RealPath(file), target)))
            {
                throw new CommandFailure($"--report: {path} is one of the files that are read: name another one.", ExitCode.Usage);
            }

            if (Obstacle(target) is { } obstacle)
            {
                throw new CommandFailure($"--report: {path} cannot be written: {obstacle}", ExitCode.Usage);
            }

            var report = new ReportFile(path, target);
            using var file = new FileStream(report._beside, FileMode.CreateNew, FileAccess.Write);
            return report;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailure($"--report: {path} cannot be written: {error.Message}", ExitCode.Usage);
        }
    }

    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_beside, text, cancellationToken);
        File.Move(_beside, _target, overwrite: true);
    }

    /// <summary>Leaves nothing behind where no report was written.</summary>
    public void Dispose() => File.Delete(_beside);

    private static string? Obstacle(string target) =>
        Directory.Exists(target) ? "it is a folder; name a file in it."
        : System.IO.Path.GetDirectoryName(target) is null or "/dev" || target.StartsWith("/proc/", StringComparison.Ordinal) ? "it is no file."
        : File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly) ? "it may only be read."
        : null;
}

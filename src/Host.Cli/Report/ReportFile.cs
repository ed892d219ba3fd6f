using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>
/// The file of a report. The path is checked before the work begins, not after it. The report is
/// written to a temporary file in the same folder and moved when it is complete, so an existing
/// file stays until then.
/// </summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string _target;
    private readonly string _temporary;

    private ReportFile(string path, string target)
    {
        (Path, _target) = (path, target);
        _temporary = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetRandomFileName()}.report");
    }

    public string Path { get; }

    /// <summary>Checks that the report can be written.</summary>
    /// <param name="path">The path of the report.</param>
    /// <param name="read">
    /// The input files: a mistake on the command line must not overwrite one of them.
    /// </param>
    /// <exception cref="CommandFailure">It cannot be written there.</exception>
    public static ReportFile Claim(string path, IEnumerable<string> read)
    {
        try
        {
            var target = InputFile.RealPath(path);
            if (read.Any(file => InputFile.IsSame(InputFile.RealPath(file), target)))
            {
                throw new CommandFailure(
                    $"--report: {path} is one of the files that are read: name another one.", ExitCode.Usage);
            }

            if (Obstacle(target) is { } obstacle)
            {
                throw new CommandFailure($"--report: {path} cannot be written: {obstacle}", ExitCode.Usage);
            }

            var report = new ReportFile(path, target);
            using var file = new FileStream(report._temporary, FileMode.CreateNew, FileAccess.Write);
            return report;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailure($"--report: {path} cannot be written: {error.Message}", ExitCode.Usage);
        }
    }

    public async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_temporary, text, cancellationToken);
        File.Move(_temporary, _target, overwrite: true);
    }

    /// <summary>Deletes the temporary file where no report was written.</summary>
    public void Dispose() => File.Delete(_temporary);

    private static string? Obstacle(string target) =>
        Directory.Exists(target) ? "it is a folder; name a file in it."
        : IsDevice(target) ? "it is not a regular file."
        : File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly) ? "it is read-only."
        : null;

    private static bool IsDevice(string target) => System.IO.Path.GetDirectoryName(target) is null or "/dev"
        || target.StartsWith("/proc/", StringComparison.Ordinal);
}

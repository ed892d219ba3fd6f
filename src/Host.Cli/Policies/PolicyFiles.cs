using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Showing;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Policies as the command line names them.</summary>
internal static class PolicyFiles
{
    private const int MostShown = 10;

    /// <summary>Reads a policy.</summary>
    /// <exception cref="CommandFailure">There is no such file, or it is refused; the message names each place.</exception>
    public static FollowUpPolicy Read(string path)
    {
        var reading = FollowUpPolicyFile.Read(Bytes(path));
        return reading.Policy ?? throw new CommandFailure(string.Join('\n', Lines(path, reading.Problems)));
    }

    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            using var file = File.OpenRead(path);

            // One byte more than allowed is enough to be refused.
            var bytes = new byte[(int)Math.Min(file.Length, FollowUpPolicyFile.MaxBytes + 1)];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailure($"There is no file {path}.", ExitCode.Usage);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {unreadable.Message}", ExitCode.Usage);
        }
    }

    private static IEnumerable<string> Lines(string path, IReadOnlyList<PolicyProblem> problems)
    {
        var lines = problems.Take(MostShown).Select(problem => OneLine.Of(path + problem));
        return problems.Count > MostShown ? lines.Append($"… and {Words.Of(problems.Count - MostShown)} more: see cxone-assist policy lint.") : lines;
    }
}

using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Reads policies that the command line names.</summary>
internal static class PolicyFiles
{
    private const int MostShown = 10;

    /// <summary>Reads a policy.</summary>
    /// <exception cref="CommandFailure">
    /// There is no such file, or it is refused; the message names each place.
    /// </exception>
    public static FollowUpPolicy Read(string path)
    {
        var reading = FollowUpPolicyFile.Read(Bytes(path));
        return reading.Policy ?? throw new CommandFailure(string.Join('\n', Lines(path, reading.Problems)));
    }

    /// <summary>The same, cancellable: reading from a pipe can block.</summary>
    /// <exception cref="CommandFailure">As for reading.</exception>
    public static Task<FollowUpPolicy> ReadAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => Read(path), cancellationToken).WaitAsync(cancellationToken);

    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static byte[] Bytes(string path)
    {
        using var file = InputFile.Open(path);
        try
        {
            // One byte more than allowed is enough to refuse it. The length is not known in
            // advance: it may be a pipe.
            var bytes = new byte[FollowUpPolicyFile.MaxBytes + 1];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (IOException unreadable)
        {
            throw new CommandFailure($"{path} cannot be read: {unreadable.Message}", ExitCode.Usage);
        }
    }

    private static IEnumerable<string> Lines(string path, IReadOnlyList<PolicyProblem> problems)
    {
        var lines = problems.Take(MostShown).Select(problem => SafeText.Clean(path + problem));
        return problems.Count > MostShown
            ? lines.Append($"… and {Format.Number(problems.Count - MostShown)} more: see cxone-assist policy lint.")
            : lines;
    }
}

using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Policies;

/// <summary>What a policy's file holds at a moment, or why that could not be read.</summary>
internal sealed record PolicyContent(byte[] Bytes, string? Failure)
{
    // By its name each time: editors put a new file in its place, and Kubernetes another folder behind a link on the way.
    public static PolicyContent Load(string path)
    {
        try
        {
            return Directory.Exists(path) ? new([], "It is a folder: name a file in it.")
                : Length(path) > 0 ? new(Read(path), null)
                : new([], "It is empty, or no ordinary file (a pipe, a device): write a policy into it, or name another file.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new([], "There is no such file: name one that is there.");
        }
        catch (UnauthorizedAccessException)
        {
            return new([], "It may not be read: let the account the host runs under read it.");
        }
        catch (Exception error) when (error is IOException or NotSupportedException or ArgumentException)
        {
            return new([], "It cannot be read: check its name, the links on the way to it, and its disk.");
        }
    }

    // Pipes and devices have no length. It is checked before the file is opened: opening a pipe
    // without a writer would block without end.
    private static long Length(string path) =>
        (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        // One byte more than there is, or than is allowed: what grows meanwhile is seen the next time.
        var bytes = new byte[(int)Math.Min(file.Length, FollowUpPolicyFile.MaxBytes) + 1];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    public bool Equals(PolicyContent? other) =>
        other is not null && Failure == other.Failure && Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode() => Bytes.Length;

    /// <summary>Reads the policy in it, or says all that is wrong with it.</summary>
    /// <param name="retention">For how long tasks are remembered: a policy must not ask for more.</param>
    public (FollowUpPolicy? Policy, IReadOnlyList<string> Findings) Read(TimeSpan retention)
    {
        if (Failure is not null)
        {
            return (null, [Failure]);
        }

        PolicyReadResult reading;
        try
        {
            reading = FollowUpPolicyFile.Read(Bytes);
        }
#pragma warning disable CA1031 // The reader never throws; if it does once, a service that has a policy in force must not end by it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (null, [$"This program fails to read it ({error.GetType().Name}): go back to the version before, and report the file."]);
        }

        return reading.Policy is { } policy && Objection(policy, retention) is { } objection
            ? (null, [objection])
            : (reading.Policy, [.. reading.Problems.Select(problem => problem.ToString())]);
    }

    /// <summary>What an inbox that forgets after a time cannot do for a policy; <c>null</c> where there is nothing.</summary>
    public static string? Objection(FollowUpPolicy policy, TimeSpan retention) =>
        policy.Suppression is { } rule && rule.Within.After(DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch > retention
            ? $"$.suppress.within: tasks are to be remembered for {rule.Within}, and CxoneAssist:Inbox:Retention forgets them after "
                + FormattableString.Invariant($"{retention.TotalDays:0.##} days: shorten the one or lengthen the other.")
            : null;
}

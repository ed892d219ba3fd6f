using System.Text.RegularExpressions;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>
/// Reads a trace. Before every 200 there must be a sync, by any process, that began after the
/// interaction was written and ended before the answer was sent.
/// </summary>
internal sealed partial class SyncCheck
{
    private readonly Dictionary<string, string> _begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _requests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _syncing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _covered = new(StringComparer.Ordinal);

    /// <summary>Acknowledgements seen.</summary>
    public int Answers { get; private set; }

    /// <summary>Acknowledgements without such a sync.</summary>
    public int Uncovered { get; private set; }

    public int Syncs { get; private set; }

    public static SyncCheck Of(IEnumerable<string> trace)
    {
        var check = new SyncCheck();
        foreach (var line in trace)
        {
            check.Read(line);
        }

        return check;
    }

    private void Read(string line)
    {
        if (Line().Match(line) is not { Success: true } parts)
        {
            return;
        }

        var (process, rest) = (parts.Groups[1].Value, parts.Groups[2].Value);
        if (Resumed().Match(rest) is { Success: true } resumed)
        {
            var begun = _begun.GetValueOrDefault(process, "");
            Ended(process, resumed.Groups[1].Value, begun, begun + rest);
        }
        else if (rest.Split('(')[0] is var call)
        {
            Began(process, call, rest);
            _begun[process] = rest;
            if (!rest.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                Ended(process, call, rest, rest);
            }
        }
    }

    private void Began(string process, string call, string text)
    {
        if (call is "fsync" or "fdatasync")
        {
            // The sync covers everything that was written before it began.
            _syncing[process] = [.. _written];
        }
        else if (call is "sendto" or "sendmsg" or "write" or "writev" && text.Contains("HTTP/1.1 200", StringComparison.Ordinal)
            && _requests.Remove(Descriptor(text), out var interaction))
        {
            Answers++;
            Uncovered += _covered.Contains(interaction) ? 0 : 1;
        }
    }

    private void Ended(string process, string call, string begun, string text)
    {
        if (call is "fsync" or "fdatasync")
        {
            Syncs++;
            _covered.UnionWith(_syncing.GetValueOrDefault(process) ?? []);
        }
        else if (call is "pwrite64" or "pwritev")
        {
            _written.UnionWith(Traced().Matches(text).Select(match => match.Value));
        }
        else if (call is "recvfrom" or "recvmsg" or "read" or "readv" && Sent().Match(text) is { Success: true } sent)
        {
            _requests[Descriptor(begun)] = sent.Groups[1].Value;
        }
    }

    private static string Descriptor(string text) => Number().Match(text).Groups[1].Value;

    [GeneratedRegex(@"^(\d+)\s+(.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^<\.\.\. (\w+) resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^\w+\((\d+)")]
    private static partial Regex Number();

    [GeneratedRegex(@"interactionId\\"":\\""(traced-\d+~s2~)\\""")]
    private static partial Regex Sent();

    [GeneratedRegex(@"traced-\d+~s2~")]
    private static partial Regex Traced();
}

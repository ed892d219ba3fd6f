using System.Text.Json;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The host's follow-ups by state.</summary>
internal readonly record struct InboxCounts(long Received, long Creating, long Created, long Done, long Parked)
{
    /// <summary>The open follow-ups.</summary>
    public long Open => Received + Creating + Created;

    /// <summary>The follow-ups that are not open.</summary>
    public long Settled => Done + Parked;

    /// <summary>
    /// Reads the counts from a readiness document; <c>null</c> where it has none.
    /// </summary>
    public static InboxCounts? In(JsonElement readiness) =>
        readiness.ValueKind == JsonValueKind.Object
            && readiness.TryGetProperty("counts", out var counts)
            && counts.ValueKind == JsonValueKind.Object
            ? new InboxCounts(
                CountOf(counts, "received"), CountOf(counts, "creating"), CountOf(counts, "created"),
                CountOf(counts, "done"), CountOf(counts, "parked"))
            : null;

    private static long CountOf(JsonElement counts, string state) =>
        counts.TryGetProperty(state, out var count) && count.TryGetInt64(out var number) ? number : 0;
}

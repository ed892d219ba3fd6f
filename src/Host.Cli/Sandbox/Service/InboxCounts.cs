using System.Text.Json;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The host's follow-ups by state.</summary>
internal readonly record struct InboxCounts(long Received, long Creating, long Created, long Done, long Parked)
{
    /// <summary>Those that are still worked on.</summary>
    public long Open => Received + Creating + Created;

    /// <summary>Those that are not.</summary>
    public long Settled => Done + Parked;

    /// <summary>Reads them from a readiness document; <c>null</c> where the host cannot say now.</summary>
    public static InboxCounts? In(JsonElement readiness) =>
        readiness.ValueKind == JsonValueKind.Object && readiness.TryGetProperty("counts", out var counts) && counts.ValueKind == JsonValueKind.Object
            ? new InboxCounts(CountOf(counts, "received"), CountOf(counts, "creating"), CountOf(counts, "created"), CountOf(counts, "done"), CountOf(counts, "parked"))
            : null;

    private static long CountOf(JsonElement counts, string state) =>
        counts.TryGetProperty(state, out var count) && count.TryGetInt64(out var number) ? number : 0;
}

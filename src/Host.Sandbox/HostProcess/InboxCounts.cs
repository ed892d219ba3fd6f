using System.Text.Json;

namespace CxoneAssist.Host.Sandbox.HostProcess;

/// <summary>The host's follow-ups by state.</summary>
internal readonly record struct InboxCounts(long Received, long Creating, long Created, long Done, long Parked)
{
    /// <summary>Those that are still worked on.</summary>
    public long Open => Received + Creating + Created;

    /// <summary>Those that are not.</summary>
    public long Settled => Done + Parked;

    /// <summary>Finds them in what a host says of itself; <c>null</c> where it does not say.</summary>
    public static InboxCounts? In(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (Of(json, "done") is { } done && Of(json, "received") is { } received)
        {
            return new InboxCounts(received, Of(json, "creating") ?? 0, Of(json, "created") ?? 0, done, Of(json, "parked") ?? 0);
        }

        return json.EnumerateObject().Select(member => In(member.Value)).FirstOrDefault(counts => counts is not null);
    }

    private static long? Of(JsonElement json, string state) =>
        json.TryGetProperty(state, out var count) && count.ValueKind == JsonValueKind.Number ? count.GetInt64() : null;
}

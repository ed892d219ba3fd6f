using System.Text.Json.Serialization;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>How the service stands, as <c>/healthz/ready</c> shows it.</summary>
/// <param name="Status"><c>unhealthy</c> only while webhooks cannot be stored.</param>
/// <param name="OldestWaiting">For how many seconds the longest waiting follow-up has been due; <c>null</c> where none waits or nobody knows.</param>
/// <param name="Counts">Follow-ups by state, all states named; <c>null</c> where nobody knows.</param>
/// <param name="Parked">How many wait for a person; <c>null</c> where nobody knows.</param>
/// <param name="Unconfirmed">How many creations are unconfirmed; <c>null</c> where nobody knows.</param>
/// <param name="Cxone">How the connection to CXone stands; <c>null</c> where nobody reports it.</param>
/// <param name="Attention">What needs a person, a sentence each.</param>
internal sealed record ReadinessReport(
    ReadinessStatus Status,
    long? OldestWaiting,
    IReadOnlyDictionary<string, long>? Counts,
    long? Parked,
    long? Unconfirmed,
    CxoneConnectionReport? Cxone,
    IReadOnlyList<string> Attention);

internal enum ReadinessStatus
{
    [JsonStringEnumMemberName("healthy")]
    Healthy,

    [JsonStringEnumMemberName("degraded")]
    Degraded,

    [JsonStringEnumMemberName("unhealthy")]
    Unhealthy,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReadinessReport))]
internal sealed partial class ReadinessJson : JsonSerializerContext;

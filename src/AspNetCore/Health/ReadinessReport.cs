using System.Text.Json.Serialization;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>How the service stands, as <c>/healthz/ready</c> shows it.</summary>
/// <param name="Status"><c>unhealthy</c> only while webhooks cannot be stored.</param>
/// <param name="OldestWaiting">For how many seconds the longest waiting follow-up has been due; <c>null</c> where none waits or nobody knows.</param>
/// <param name="Counts">Follow-ups by state, all states named; <c>null</c> where nobody knows.</param>
/// <param name="Parked">How many wait for a person; <c>null</c> where nobody knows.</param>
/// <param name="Unconfirmed">How many creations are unconfirmed; <c>null</c> where nobody knows.</param>
/// <param name="Shadowed">How many owed a task and got none because of shadow mode; <c>null</c> where nobody knows.</param>
/// <param name="Compared">On how many the shadow policy decided too; <c>null</c> where nobody knows.</param>
/// <param name="Differing">How many of them it decided otherwise; <c>null</c> where nobody knows.</param>
/// <param name="Cxone">How the connection to CXone stands; <c>null</c> where nobody reports it.</param>
/// <param name="Mode"><c>shadow</c> where nothing is created and nobody notified, else <c>live</c>.</param>
/// <param name="Policy">The policy in force; <c>null</c> where nobody says.</param>
/// <param name="ShadowPolicy">The policy that decides beside it; <c>null</c> where there is none.</param>
/// <param name="Attention">What needs a person, a sentence each.</param>
internal sealed record ReadinessReport(
    ReadinessStatus Status,
    long? OldestWaiting,
    IReadOnlyDictionary<string, long>? Counts,
    long? Parked,
    long? Unconfirmed,
    long? Shadowed,
    long? Compared,
    long? Differing,
    CxoneConnectionReport? Cxone,
    string Mode,
    PolicyVersion? Policy,
    PolicyVersion? ShadowPolicy,
    IReadOnlyList<string> Attention);

/// <summary>What decides, and whether it is acted upon.</summary>
/// <param name="Mode">Whether it is.</param>
/// <param name="Policies">What decides; <c>null</c> where nobody says.</param>
internal sealed record Decider(FollowUpMode Mode, IFollowUpPolicies? Policies)
{
    public string ModeName => Mode == FollowUpMode.Shadow ? "shadow" : "live";

    public PolicyVersion? Policy => PolicyVersion.Of(Policies?.InForce);

    public PolicyVersion? ShadowPolicy => PolicyVersion.Of(Policies?.Shadow);

    public IReadOnlyList<string> Troubles => Policies?.Troubles ?? [];
}

/// <summary>Which policy it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The first digits of its content hash.</param>
internal sealed record PolicyVersion(string Name, string Version)
{
    public static PolicyVersion? Of(FollowUpPolicy? policy) => policy is null ? null : new(policy.Name, policy.ShortHash);
}

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

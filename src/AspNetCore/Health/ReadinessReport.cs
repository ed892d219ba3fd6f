using System.Text.Json.Serialization;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>The readiness of the service, as <c>/healthz/ready</c> reports it.</summary>
/// <param name="Status"><c>unhealthy</c> only while webhooks cannot be stored.</param>
/// <param name="OldestWaiting">
/// For how many seconds the longest waiting follow-up has been due; <c>null</c> where none waits or
/// the inbox could not be counted.
/// </param>
/// <param name="Counts">
/// Follow-ups by state, all states listed; <c>null</c> where they could not be counted.
/// </param>
/// <param name="Parked">
/// How many wait for a person; <c>null</c> where they could not be counted.
/// </param>
/// <param name="Unconfirmed">
/// How many task creations are unconfirmed; <c>null</c> where they could not be counted.
/// </param>
/// <param name="Shadowed">
/// How many got no task because of shadow mode, although the policy asked for one; <c>null</c>
/// where they could not be counted.
/// </param>
/// <param name="Compared">
/// How many the shadow policy decided as well; <c>null</c> where they could not be counted.
/// </param>
/// <param name="Differing">
/// How many of these it decided differently; <c>null</c> where they could not be counted.
/// </param>
/// <param name="Cxone">
/// The state of the connection to CXone; <c>null</c> where it is not reported.
/// </param>
/// <param name="Mode">
/// <c>shadow</c> where no task is created and no agent notified, else <c>live</c>.
/// </param>
/// <param name="Policy">The policy in force; <c>null</c> where it is not known.</param>
/// <param name="ShadowPolicy">The shadow policy; <c>null</c> where there is none.</param>
/// <param name="Attention">One sentence for each problem that needs a person.</param>
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

/// <summary>The policies, and whether the service acts on their decisions.</summary>
/// <param name="Mode">Whether the service acts on them.</param>
/// <param name="Policies">The policies; <c>null</c> where they are not known.</param>
internal sealed record Decider(FollowUpMode Mode, IFollowUpPolicies? Policies)
{
    public string ModeName => Mode == FollowUpMode.Shadow ? "shadow" : "live";

    public PolicyVersion? Policy => PolicyVersion.From(Policies?.InForce);

    public PolicyVersion? ShadowPolicy => PolicyVersion.From(Policies?.Shadow);

    public IReadOnlyList<string> ReloadErrors => Policies?.ReloadErrors ?? [];
}

/// <summary>Identifies a policy.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The first digits of its content hash.</param>
internal sealed record PolicyVersion(string Name, string Version)
{
    public static PolicyVersion? From(FollowUpPolicy? policy) =>
        policy is null ? null : new(policy.Name, policy.ShortHash);
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

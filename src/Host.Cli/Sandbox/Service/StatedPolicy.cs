using System.Text.Json;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The policy that a host decides by, as it reports it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The first digits of its content hash.</param>
internal sealed record StatedPolicy(string Name, string Version)
{
    /// <summary>Reads it from a readiness document; <c>null</c> where that has none.</summary>
    public static StatedPolicy? In(JsonElement readiness) =>
        readiness.ValueKind == JsonValueKind.Object
            && readiness.TryGetProperty("policy", out var policy)
            && policy.ValueKind == JsonValueKind.Object
            && Text(policy, "name") is { } name
            && Text(policy, "version") is { } version
            ? new StatedPolicy(name, version)
            : null;

    private static string? Text(JsonElement policy, string member) =>
        policy.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

namespace CxoneAssist.Simulator;

/// <summary>
/// The options of a <see cref="CxoneSimulator"/>; its faults are <see cref="SimulatorFaults"/>.
/// </summary>
public sealed record CxoneSimulatorOptions
{
    /// <summary>The scopes that reading forms, creating tasks and notifying agents need.</summary>
    public static readonly IReadOnlyList<string> AllScopes =
        ["interaction:read", "postinteractionform:read", "workflow:task:create", "notification:write"];

    /// <summary>The TCP port on 127.0.0.1; 0 (default) takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The only client id accepted; null (default) accepts any.</summary>
    public string? ClientId { get; init; }

    /// <summary>The only client secret accepted; null (default) accepts any.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// The lifetime of a token, sent in whole seconds as <c>expires_in</c>. Default one hour.
    /// </summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The secret that webhooks are signed with: <c>whsec_</c> and then base64. Default one of the simulator's own.
    /// </summary>
    public string WebhookSecret { get; init; } = "whsec_dGhlLXNpbXVsYXRvci1vZi1jeG9uZS1zaWducw==";

    /// <summary>The scopes the client may be granted. Default all four.</summary>
    public IReadOnlyList<string> GrantedScopes { get; init; } = AllScopes;

    /// <summary>How a token answer writes the scopes that it grants. Default as one text.</summary>
    public SimulatorScopeForm ScopeForm { get; init; }

    /// <summary>
    /// The score of every interaction without a form of its own; null (default) answers 404 for
    /// these.
    /// </summary>
    public string? DefaultScore { get; init; }

    /// <summary>The field of forms that scores are the answers of. Default <c>overall_satisfaction</c>.</summary>
    public string ScoreField { get; init; } = "overall_satisfaction";

    /// <summary>How long every call takes before it is executed. Default zero.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// The seed of the faults: the same calls in the same order get the same faults. Default 1.
    /// </summary>
    public int Seed { get; init; } = 1;

    /// <summary>The faults at the start. Default none.</summary>
    public SimulatorFaults Faults { get; init; } = SimulatorFaults.None;

    /// <summary>
    /// Whether a create with a known <c>Idempotency-Key</c> returns the first task instead of
    /// creating another. Default no: CXone promises nothing.
    /// </summary>
    public bool HonourIdempotencyKey { get; init; }

    /// <summary>
    /// Whether calls without a valid token and bodies of another shape are accepted, for a minimal
    /// client that measures cost. Default no.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>
    /// The clock for token lifetimes, delays, rates and late forms. Default the system's.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

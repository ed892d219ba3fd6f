namespace CxoneAssist.Simulator;

/// <summary>
/// The faults and their frequency. Probabilities run from 0 (never, the default) to 1 (always); all
/// members are independent.
/// </summary>
public sealed partial record SimulatorFaults
{
    /// <summary>
    /// Probability, for any call except a token's, of 429 with <c>Retry-After</c> in seconds.
    /// </summary>
    public double TooManyRequests { get; init; }

    /// <summary>
    /// Probability, for any call except a token's, of 429 with <c>Retry-After</c> as an HTTP date.
    /// </summary>
    public double TooManyRequestsDated { get; init; }

    /// <summary>
    /// How long such a 429 asks to wait, rounded up to whole seconds as the header requires.
    /// Default one second.
    /// </summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The literal value of <c>Retry-After</c> instead; empty leaves the header out; null (default)
    /// sends the true one.
    /// </summary>
    public string? RetryAfterText { get; init; }

    /// <summary>
    /// The rate of calls, in calls per second without a token's, above which 429 is answered; null
    /// (default) means no limit.
    /// </summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>
    /// Calls allowed at once after a pause, under <see cref="RequestsPerSecond"/>. Default 50.
    /// </summary>
    public int RequestBurst { get; init; } = 50;

    /// <summary>
    /// Probability, for any call except a token's, of 307 to <see cref="RedirectTo"/>; nothing is
    /// executed.
    /// </summary>
    public double Redirect { get; init; }

    /// <summary>The host of a redirect; the path stays.</summary>
    public Uri RedirectTo { get; init; } = new("https://elsewhere.invalid/");

    /// <summary>
    /// Probability, for any call, that its answer waits for <see cref="SlowAnswerDelay"/> after it
    /// was executed.
    /// </summary>
    public double SlowAnswer { get; init; }

    /// <summary>How long a slow answer takes. Default five seconds.</summary>
    public TimeSpan SlowAnswerDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether every token request is answered 401.</summary>
    public bool ClientRejected { get; init; }

    /// <summary>
    /// Scopes that are left out of new tokens and not accepted in old ones (403).
    /// </summary>
    public IReadOnlyList<string> WithheldScopes { get; init; } = [];

    /// <summary>
    /// How often a token may be used before it is revoked (401); null (default) means until it
    /// expires.
    /// </summary>
    public int? TokenUses { get; init; }

    /// <summary>Probability of 503 for a form.</summary>
    public double FormError { get; init; }

    /// <summary>Probability of 200 with HTML for a form.</summary>
    public double FormHtml { get; init; }

    /// <summary>The share of interactions whose form is denied (403), each time it is asked for.</summary>
    public double FormDenied { get; init; }

    /// <summary>
    /// The share of interactions whose form is answered 404 on the first <see cref="LateFormAsks"/>
    /// requests.
    /// </summary>
    public double LateForm { get; init; }

    /// <summary>How often a late form is answered 404. Default once.</summary>
    public int LateFormAsks { get; init; } = 1;

    /// <summary>Probability of 500 for a create that is not executed.</summary>
    public double CreateErrorBefore { get; init; }

    /// <summary>Probability of 500 for a create that is executed.</summary>
    public double CreateErrorAfter { get; init; }

    /// <summary>Probability that the connection is cut and the create is not executed.</summary>
    public double CreateLostRequest { get; init; }

    /// <summary>Probability that the create is executed and the connection is cut.</summary>
    public double CreateLostAnswer { get; init; }

    /// <summary>Probability that the create is executed and answered 201 without the id.</summary>
    public double CreateWithoutId { get; init; }

    /// <summary>
    /// Probability that the create is executed and answered 307 to its own address.
    /// </summary>
    public double CreateRedirected { get; init; }

    /// <summary>Probability that the create is executed and answered 202 without the id.</summary>
    public double CreateAccepted { get; init; }

    /// <summary>
    /// The status of every look-up: 400, 403, 404, 405 or 501; null (default) means tasks can be
    /// looked up.
    /// </summary>
    public int? LookUpStatus { get; init; }

    /// <summary>
    /// Whether a look-up ignores its filter and returns the newest tasks of any interaction.
    /// </summary>
    public bool LookUpUnfiltered { get; init; }

    /// <summary>How old a task must be for a look-up to find it. Default zero.</summary>
    public TimeSpan LookUpLag { get; init; }

    /// <summary>Probability of 503 for a notification that is not sent.</summary>
    public double NotifyError { get; init; }

    /// <summary>The share of agents that are unknown: 404 for each notification.</summary>
    public double UnknownAgent { get; init; }
}

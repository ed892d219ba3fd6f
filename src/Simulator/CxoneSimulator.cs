using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator;

/// <summary>
/// A running simulator of CXone: real HTTP on loopback, with configurable faults and a record of
/// what really happened. Each test starts its own; a start takes milliseconds.
/// </summary>
/// <example>
/// <code>
/// await using var cxone = await CxoneSimulator.StartAsync();
/// cxone.Forms.Put("interaction-1", "1.5");
/// builder.Configuration.AddInMemoryCollection(cxone.Settings);
///
/// // Once the service is started, with a client that has its address:
/// await client.SendAsync(cxone.CreateWebhook("interaction-1"));
/// await cxone.Ledger.WaitUntilAsync(ledger => ledger.NotificationCount == 1);
/// Console.WriteLine(cxone.Ledger.Tasks().Single().Priority);   // High
/// </code>
/// </example>
public sealed class CxoneSimulator : IAsyncDisposable
{
    private readonly SimulatorTenant _tenant;
    private readonly SimulatorServer _server;
    private int _webhooks;

    private CxoneSimulator(SimulatorTenant tenant, SimulatorServer server) => (_tenant, _server) = (tenant, server);

    /// <summary>The address it listens on, for example <c>http://127.0.0.1:9000/</c>.</summary>
    public Uri BaseAddress => _server.BaseAddress;

    /// <summary>The forms customers have submitted.</summary>
    public SimulatorForms Forms => _tenant.Forms;

    /// <summary>What really happened, whatever the answers to the callers were.</summary>
    public SimulatorLedger Ledger => _tenant.Ledger;

    /// <summary>The tokens issued so far, for tests that search texts for them.</summary>
    public IReadOnlyCollection<string> IssuedTokens => _tenant.Tokens.Values;

    /// <summary>
    /// The faults in force. May be replaced at any time; a call keeps the faults it began with.
    /// </summary>
    public SimulatorFaults Faults
    {
        get => _tenant.Faults;
        set => _tenant.Faults = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The secret that <see cref="CreateWebhook(SimulatorWebhook)"/> signs with.</summary>
    public string WebhookSecret => _tenant.Options.WebhookSecret;

    /// <summary>
    /// The settings with which a service calls this simulator and accepts its webhooks:
    /// <c>CxoneAssist:Cxone:BaseUrl</c>, <c>…:ClientId</c>, <c>…:ClientSecret</c> and
    /// <c>CxoneAssist:Webhook:Secrets:0</c>, which a service without <c>AddCxoneWebhooks</c> leaves
    /// out. Where the inbox lies, the test decides (<c>ConnectionStrings:Inbox</c>).
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["CxoneAssist:Cxone:BaseUrl"] = BaseAddress.ToString(),
        ["CxoneAssist:Cxone:ClientId"] = _tenant.Options.ClientId ?? "simulated-client",
        ["CxoneAssist:Cxone:ClientSecret"] = _tenant.Options.ClientSecret ?? "simulated-secret",
        ["CxoneAssist:Webhook:Secrets:0"] = WebhookSecret,
    };

    /// <summary>Starts to listen on a free port of the loopback address.</summary>
    /// <param name="options">The simulator's options. Default: every member's own default, no faults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The simulator, listening. Disposing of it stops it.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CxoneSimulator> StartAsync(
        CxoneSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CxoneSimulatorOptions();
        var tenant = new SimulatorTenant(options);
        return new CxoneSimulator(tenant, await SimulatorServer.StartAsync(tenant, options.Port, cancellationToken));
    }

    /// <summary>
    /// The webhook that reports the end of an interaction with agent <c>agent-1</c>, signed and ready to be sent once.
    /// </summary>
    /// <param name="interactionId">The interaction's id.</param>
    public HttpRequestMessage CreateWebhook(string interactionId) => CreateWebhook(new SimulatorWebhook(interactionId));

    /// <summary>A webhook, signed by Standard Webhooks with <see cref="WebhookSecret"/> and ready to be sent once.</summary>
    /// <param name="webhook">What it reports.</param>
    public HttpRequestMessage CreateWebhook(SimulatorWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        return webhook.ToRequest(Interlocked.Increment(ref _webhooks), _tenant.Time.GetUtcNow(), WebhookSecret);
    }

    /// <summary>Stops listening and aborts the calls in progress.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

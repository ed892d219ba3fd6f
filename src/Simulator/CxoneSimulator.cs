using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator;

/// <summary>
/// A running simulator of CXone: real HTTP on loopback, with configurable faults and a record of
/// what really happened.
/// </summary>
public sealed class CxoneSimulator : IAsyncDisposable
{
    private readonly SimulatorTenant _tenant;
    private readonly SimulatorServer _server;

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

    /// <summary>Starts to listen.</summary>
    /// <param name="options">The simulator's options; every member has a default.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<CxoneSimulator> StartAsync(
        CxoneSimulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var tenant = new SimulatorTenant(options);
        return new CxoneSimulator(tenant, await SimulatorServer.StartAsync(tenant, options.Port, cancellationToken));
    }

    /// <summary>Stops listening and aborts the calls in progress.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

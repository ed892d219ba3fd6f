using System.Runtime.InteropServices;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Ends at once when it is asked to stop, without finishing the work in progress.
/// </summary>
internal sealed class DropsEverything : IHostedService, IDisposable
{
    private readonly PosixSignalRegistration _signal =
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => System.Diagnostics.Process.GetCurrentProcess().Kill());

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _signal.Dispose();
}

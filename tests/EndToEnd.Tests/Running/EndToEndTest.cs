using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;
using NUnit.Framework.Interfaces;

namespace CxoneAssist.EndToEnd.Tests.Running;

/// <summary>A simulator of CXone, hosts that work with it, and a folder of their own; all of it is gone when the test is over.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class EndToEndTest
{
    private const string Stops = "A host that is asked to stop ends with 0.";

    private readonly List<HostProcess> _hosts = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("cxone-assist-").FullName;
    private CxoneSimulator? _cxone;

    private protected string Folder => _folder;

    private protected CxoneSimulator Cxone => _cxone ?? throw new InvalidOperationException("CXone is not there yet.");

    private protected SimulatorLedger Ledger => Cxone.Ledger;

    private protected virtual HostSettings Settings => HostSettings.For(_folder, Cxone.BaseAddress);

    private protected async Task StartCxoneAsync(CxoneSimulatorOptions? options = null) =>
        _cxone = await CxoneSimulator.StartAsync((options ?? new()) with
        {
            ClientId = HostSettings.ClientId,
            ClientSecret = HostSettings.ClientSecret,
        });

    private protected async Task<HostClient> StartHostAsync(HostSettings? settings = null)
    {
        var host = await HostProcess.StartAsync(settings ?? Settings);
        _hosts.Add(host);
        return new HostClient(host);
    }

    [TearDown]
    public async Task EndEverythingAsync()
    {
        var failed = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed;
        try
        {
            await Task.WhenAll(_hosts.Select(host => EndAsync(host, failed)));
        }
        finally
        {
            await (_cxone?.DisposeAsync() ?? ValueTask.CompletedTask);
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Stops a host, so that all it logged can be read.</summary>
    private protected static async Task StopCleanlyAsync(HostClient host) =>
        Assert.That(await host.Process.StopAsync(), Is.Zero, Stops);

    private static async Task EndAsync(HostProcess host, bool showLog)
    {
        await using (host)
        {
            try
            {
                var exitCode = host.HasEnded || OperatingSystem.IsWindows() ? 0 : await host.StopAsync();
                Assert.That(exitCode, Is.Zero, Stops);
            }
            catch
            {
                showLog = true;
                throw;
            }
            finally
            {
                await TestContext.Out.WriteAsync(showLog ? host.Tail() : "");
            }
        }
    }
}

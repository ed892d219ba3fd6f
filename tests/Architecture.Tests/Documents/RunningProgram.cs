using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>Code of a document that runs hosts until they are stopped.</summary>
internal sealed class RunningProgram : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly BuiltHosts _hosts = new();
    private readonly List<IHost> _started = [];
    private readonly Task<string> _run;

    public RunningProgram(string code, IEnumerable<string> args) => _run = SnippetRunner.RunAsync(code, [.. args]);

    /// <summary>The next host that it has built, once that is started.</summary>
    public async Task<IHost> NextAsync()
    {
        var host = await OrFailure(_hosts.All.ReadAsync().AsTask());
        if (_run.IsFaulted)
        {
            await _run;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await OrFailure(started.Task.ContinueWith(_ => true, TaskScheduler.Default));
        _started.Add(host);
        return host;
    }

    public static Uri Address(IHost host) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Stops its hosts, and returns what it has printed.</summary>
    public Task<string> StopAsync()
    {
        _started.ForEach(host => host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication());
        return _run.WaitAsync(Patience);
    }

    public void Dispose() => _hosts.Dispose();

    // A program that fails builds no host.
    private async Task<T> OrFailure<T>(Task<T> awaited)
    {
        await Task.WhenAny(awaited, _run).WaitAsync(Patience);
        return awaited.IsCompleted ? await awaited : throw new InvalidOperationException("It ended: " + await _run);
    }
}

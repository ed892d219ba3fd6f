using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.AspNetCore.Tests;

/// <summary>
/// A real Kestrel on a free loopback port that ignores the environment, with a clock that the test
/// sets.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication app;

    private LoopbackServer(WebApplication app, FakeTimeProvider clock)
    {
        (this.app, Clock) = (app, clock);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Address, Timeout = Patience };
        Logs = app.Services.GetFakeLogCollector();
    }

    public FakeTimeProvider Clock { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public FakeLogCollector Logs { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<LoopbackServer> StartAsync(
        DateTimeOffset now,
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<IServiceCollection> services,
        Action<WebApplication> map,
        Action<KestrelServerOptions>? kestrel = null)
    {
        var clock = new FakeTimeProvider(now);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging();
        builder.Services.AddRouting().AddSingleton<TimeProvider>(clock);
        services(builder.Services);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            kestrel?.Invoke(options);
        });
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new LoopbackServer(app, clock);
    }

    public MetricCollector<long> Counter(string meter, string counter) => new(app.Services.GetRequiredService<IMeterFactory>(), meter, counter);

    public async Task<RawConnection> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port);
        return new RawConnection(client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

using System.Net;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Processes;

namespace CxoneAssist.Compare.Contenders;

/// <summary>A service that does the job.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Start">Starts it.</param>
internal sealed record Contender(string Name, Func<StartRequest, Child> Start)
{
    public const string Ours = "cxone-assist";

    public const string Peer = "node-peer";

    public const string Bound = "bare-bound";

    public static readonly IReadOnlyList<string> Names = [Ours, Peer, Bound];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Starts it and waits for its first acknowledgement.</summary>
    public async Task<RunningContender> StartAsync(Uri cxone, string inbox, string folder, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        var child = Start(new(port, cxone, inbox, folder)).Listened();
        try
        {
            var target = new IPEndPoint(IPAddress.Loopback, port);
            var webhooks = new SignedWebhooks("start");
            while (!LoadConnection.TryOnce(target, webhooks.Next()))
            {
                if (child.HasExited || clock.GetElapsedTime(began) > Patience)
                {
                    throw new InvalidOperationException($"{Name} does not acknowledge webhooks:\n{child.Tail()}");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(2), clock, cancellationToken);
            }

            return new RunningContender(this, child, target, clock.GetElapsedTime(began));
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <param name="Port">The port to listen on.</param>
/// <param name="Cxone">The simulator's address.</param>
/// <param name="Inbox">How to connect to the inbox, for who has one.</param>
/// <param name="Folder">A folder of its own to run in.</param>
internal sealed record StartRequest(int Port, Uri Cxone, string Inbox, string Folder);

/// <param name="Contender">What runs.</param>
/// <param name="Process">Its process.</param>
/// <param name="Target">Where it listens.</param>
/// <param name="FirstAcknowledgement">How long its first acknowledgement took, from its start.</param>
internal sealed record RunningContender(Contender Contender, Child Process, IPEndPoint Target, TimeSpan FirstAcknowledgement) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Process.DisposeAsync();
}

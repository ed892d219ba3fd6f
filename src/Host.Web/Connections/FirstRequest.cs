using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace CxoneAssist.Host.Web.Connections;

/// <summary>
/// Closes a new connection that makes no request. Kestrel allows it as long as an idle one between
/// two requests, minutes, in which one caller could take all connections.
/// </summary>
internal sealed class FirstRequest(ConnectionDelegate next, ClosedConnections closed, TimeProvider time)
{
    /// <summary>How long a connection may send nothing at first.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long the first request may take in all, encryption included. Longer than Kestrel's limit
    /// for headers, so that a slow caller is answered 408.
    /// </summary>
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(15);

    private static readonly object Key = new();

    /// <summary>Notes that a request has come on its connection.</summary>
    public static void Note(HttpContext context)
    {
        if (context.Features.Get<IConnectionItemsFeature>()?.Items.TryGetValue(Key, out var pending) == true)
        {
            ((PendingRequest)pending!).Arrived();
        }
    }

    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        using var pending = new PendingRequest(connection, closed, time);
        connection.Items[Key] = pending;
        if (await HasBegunAsync(connection))
        {
            pending.Begun();
            await next(connection);
        }
    }

    // Waits for the first byte, and leaves it to be read.
    private static async Task<bool> HasBegunAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested;
        await using var registration = (stopping ?? default).UnsafeRegister(_ => input.CancelPendingRead(), null);
        try
        {
            var read = await input.ReadAsync(connection.ConnectionClosed);
            var hasBegun = !read.Buffer.IsEmpty;
            input.AdvanceTo(read.Buffer.Start);
            return hasBegun;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return false; // Closed by the caller or by us.
        }
    }
}

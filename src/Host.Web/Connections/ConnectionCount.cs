using Microsoft.AspNetCore.Connections;

namespace CxoneAssist.Host.Web.Connections;

/// <summary>Closes connections beyond a number, over all the listeners that share it.</summary>
/// <param name="most">How many may be open at once.</param>
internal sealed class ConnectionCount(int most)
{
    private int _open;

    public async Task LimitAsync(ConnectionContext connection, ConnectionDelegate next, ClosedConnections closed)
    {
        try
        {
            if (Interlocked.Increment(ref _open) <= most)
            {
                await next(connection);
            }
            else
            {
                closed.Refused();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}

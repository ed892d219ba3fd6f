using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// Lets each call reach the network once and only at CXone's address, whatever the handlers in between do. The outer
/// handler gives a call its ticket, the guard takes it. A ticket follows the flow of execution, so a handler that
/// copies the request does not copy the permission to send it.
/// </summary>
internal static partial class SendOnce
{
    private static readonly AsyncLocal<Ticket?> Current = new();

    /// <summary>The outermost handler: from here on the call may be sent once.</summary>
    public sealed class Outer : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Current.Value = new Ticket();
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>The innermost handler, next to the socket.</summary>
    public sealed partial class Guard(Uri address, ILogger logger) : DelegatingHandler
    {
        private int _reported;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!IsOurs(request.RequestUri))
            {
                return Refused("led it to another host");
            }

            return Current.Value?.TryTake() == true
                ? base.SendAsync(request, cancellationToken)
                : Refused("sent it a second time");
        }

        // A Uri has scheme and host in lower case.
        private bool IsOurs(Uri? target) => target is { IsAbsoluteUri: true }
            && target.Scheme == address.Scheme && target.Host == address.Host && target.Port == address.Port;

        // The task carries the exception, as it does for the socket's failures: a handler that sends two at
        // once must get the other's answer.
        private Task<HttpResponseMessage> Refused(string what)
        {
            // Such a handler does it at every call, so one line is enough.
            if (Interlocked.Exchange(ref _reported, 1) == 0)
            {
                Log.Refused(logger, what);
            }

            return Task.FromException<HttpResponseMessage>(
                new CallRefusedException($"a handler in {nameof(CxoneHttpOptions)} {what}, which is refused"));
        }

        private static partial class Log
        {
            [LoggerMessage(
                1,
                LogLevel.Error,
                "A call to CXone was refused before the socket, because a handler in CxoneHttpOptions.Handlers {What}. "
                + "Remove what repeats or redirects calls from that handler. Further refusals are not logged.")]
            public static partial void Refused(ILogger logger, string what);
        }
    }

    private sealed class Ticket
    {
        private int _taken;

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;
    }
}

/// <summary>The guard did not let a request out. An earlier one of the same call may have been executed.</summary>
internal sealed class CallRefusedException(string why) : HttpRequestException(why);

using System.Net;
using System.Net.Sockets;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>
/// Counts invalid operator keys by address. An address with too many of them is blocked for the
/// rest of the minute. A key is safe because of its length; blocking keeps a short key from being
/// guessed.
/// </summary>
internal sealed partial class FailedAttempts(TimeProvider time, ILogger<FailedAttempts> logger)
{
    public const int Most = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 10_000;
    private const int Network = 8; // The bytes of an IPv6 address that its owner cannot choose.

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, (long Since, int Count)> _failures = [];

    // In the order of their start, so expired windows come first.
    private readonly Queue<(IPAddress Address, long Since)> _windows = [];

    public bool IsBlocked(IPAddress? address)
    {
        lock (_gate)
        {
            Forget();
            return _failures.TryGetValue(Subject(address), out var failures) && failures.Count >= Most;
        }
    }

    public void Add(IPAddress? address)
    {
        lock (_gate)
        {
            Forget();
            var subject = Subject(address);
            if (!_failures.TryGetValue(subject, out var failures))
            {
                failures.Since = time.GetTimestamp();
                _windows.Enqueue((subject, failures.Since));
            }

            failures.Count++;
            _failures[subject] = failures;
            if (failures.Count == Most)
            {
                Log.Blocked(logger, Most, subject);
            }
        }
    }

    private IPAddress Subject(IPAddress? address)
    {
        var subject = address switch
        {
            null => IPAddress.None,
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
            { AddressFamily: AddressFamily.InterNetworkV6 } =>
                new IPAddress([.. address.GetAddressBytes().AsSpan(0, Network), .. new byte[Network]]),
            _ => address,
        };
        return _failures.Count < MostAddresses || _failures.ContainsKey(subject) ? subject : IPAddress.Any;
    }

    private void Forget()
    {
        while (_windows.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) >= Window)
        {
            _failures.Remove(_windows.Dequeue().Address);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Blocking {Address} for the rest of the minute: {Count} invalid operator keys.")]
        public static partial void Blocked(ILogger logger, int count, IPAddress address);
    }
}

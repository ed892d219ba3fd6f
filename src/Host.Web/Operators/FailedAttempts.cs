using System.Net;
using System.Net.Sockets;
using CxoneAssist.Infrastructure;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>
/// Counts invalid operator keys by address. Further invalid keys of an address with too many of
/// them are answered 429 for the rest of the minute. The valid key is not asked for here: strangers
/// must not be able to lock operators out, and its length keeps it from being guessed.
/// </summary>
internal sealed partial class FailedAttempts : IDisposable
{
    public const int Most = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 10_000;
    private const int Network = 8; // The bytes of an IPv6 address that its owner cannot choose.

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly PacedCount _blocked;
    private readonly Dictionary<IPAddress, (long Since, int Count)> _failures = [];

    // In the order of their start, so expired windows come first.
    private readonly Queue<(IPAddress Address, long Since)> _windows = [];

    private IPAddress _lastBlocked = IPAddress.None;

    public FailedAttempts(TimeProvider time, ILogger<FailedAttempts> logger)
    {
        _time = time;
        _blocked = new(time, count => Log.Blocked(logger, count, Most, _lastBlocked));
    }

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
                failures.Since = _time.GetTimestamp();
                _windows.Enqueue((subject, failures.Since));
            }

            failures.Count++;
            _failures[subject] = failures;
            if (failures.Count == Most)
            {
                _lastBlocked = subject;
                _blocked.Add();
            }
        }
    }

    public void Dispose() => _blocked.Dispose();

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
        while (_windows.TryPeek(out var oldest) && _time.GetElapsedTime(oldest.Since) >= Window)
        {
            _failures.Remove(_windows.Dequeue().Address);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Blocked {Addresses} address(es) for a minute: {Count} invalid operator keys each. The last is {Address}. "
                + "Logged at most once a minute.")]
        public static partial void Blocked(ILogger logger, long addresses, int count, IPAddress address);
    }
}

using System.Net;
using System.Net.Sockets;

namespace CxoneAssist.Host.Web.FollowUps;

/// <summary>
/// Counts wrong operator keys by the address they come from; whoever has sent too many is not listened to for the rest of the minute. Not what
/// keeps a key safe, its length is; it keeps a short one from being found by trying.
/// </summary>
internal sealed partial class FailedAttempts(TimeProvider time, ILogger<FailedAttempts> logger)
{
    public const int Most = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const int MostAddresses = 10_000;
    private const int Network = 8; // The bytes of an IPv6 address that its owner cannot choose.

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, (long Since, int Count)> _failures = [];

    public bool IsBlocked(IPAddress? address)
    {
        lock (_gate)
        {
            return _failures.TryGetValue(Subject(address), out var failures) && IsRecent(failures.Since) && failures.Count >= Most;
        }
    }

    public void Add(IPAddress? address)
    {
        lock (_gate)
        {
            var subject = Subject(address);
            var known = _failures.TryGetValue(subject, out var failures) && IsRecent(failures.Since);
            _failures[subject] = known ? (failures.Since, failures.Count + 1) : (time.GetTimestamp(), 1);
            if (_failures[subject].Count == Most)
            {
                Log.Blocked(logger, Most, subject);
            }
        }
    }

    private bool IsRecent(long since) => time.GetElapsedTime(since) < Window;

    private IPAddress Subject(IPAddress? address)
    {
        var subject = address switch
        {
            null => IPAddress.None,
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().AsSpan(0, Network), .. new byte[Network]]),
            _ => address,
        };
        if (_failures.Count >= MostAddresses && !_failures.ContainsKey(subject))
        {
            Forget();
            return _failures.Count < MostAddresses ? subject : IPAddress.Any;
        }

        return subject;
    }

    private void Forget()
    {
        foreach (var (address, failures) in _failures)
        {
            if (!IsRecent(failures.Since))
            {
                _failures.Remove(address);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} wrong operator keys within a minute from {Address}: it is not listened to for the rest of it.")]
        public static partial void Blocked(ILogger logger, int count, IPAddress address);
    }
}

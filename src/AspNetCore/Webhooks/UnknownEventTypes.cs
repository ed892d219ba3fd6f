using System.Buffers;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Warns once about each event type that is not accepted: a difference in spelling must not lose
/// every webhook silently.
/// </summary>
internal sealed partial class UnknownEventTypes(ILogger<UnknownEventTypes> logger)
{
    // Names come from outside, so the number that is remembered must be bounded.
    public const int MaxNames = 100;

    private const string Unprintable = "(not printable)";
    private const int MaxNameLength = 64;

    private static readonly SearchValues<char> Printable =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public void Report(string eventType)
    {
        var name = eventType.Length is > 0 and <= MaxNameLength && eventType.AsSpan().IndexOfAnyExcept(Printable) < 0
            ? eventType
            : Unprintable;
        lock (_gate)
        {
            if (_names.Count >= MaxNames || !_names.Add(name))
            {
                return;
            }
        }

        Log.Ignored(logger, name);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Webhooks of event type {EventType} are acknowledged and ignored. If they report completed "
                + "interactions, add it to CxoneAssist:Webhook:AcceptedEventTypes. Logged once per name.")]
        public static partial void Ignored(ILogger logger, string eventType);
    }
}

using System.Globalization;
using System.Text.Json;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Reads an ISO 8601 time; one without an offset is UTC, wherever this machine stands.</summary>
internal static class JsonTime
{
    // Beside what JSON readers take: an offset without its colon, as many senders on Java write it.
    private const string WithOffset = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    public static DateTimeOffset? Read(in Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.String || value.ValueIsEscaped)
        {
            return null;
        }

        if (value.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified)
        {
            return new DateTimeOffset(time, TimeSpan.Zero);
        }

        return value.TryGetDateTimeOffset(out var instant)
            || DateTimeOffset.TryParseExact(value.GetString(), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant)
                ? instant.ToUniversalTime()
                : null;
    }
}

using System.Text.Json;
using System.Text.Unicode;
using CxoneAssist.Domain;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>The parsed body of a webhook.</summary>
/// <param name="EventType">The event that it reports; <c>null</c> where the body has none.</param>
/// <param name="Interaction">The interaction; <c>null</c> where there is a problem.</param>
/// <param name="Problem">Why it is refused; <c>null</c> where it is not.</param>
internal readonly record struct WebhookBody(
    string? EventType, CompletedInteraction? Interaction, WebhookProblem? Problem)
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 32 };

    /// <summary>The members that the body has and that are not used.</summary>
    public DroppedMembers Dropped { get; init; }

    /// <summary>
    /// Parses a body, without its UTF-8 byte order mark if it has one. Never throws, whatever the bytes.
    /// </summary>
    public static WebhookBody Read(ReadOnlySpan<byte> received)
    {
        // RFC 8259 lets a reader ignore the mark, which some .NET senders write.
        var body = received.StartsWith("\uFEFF"u8) ? received[3..] : received;
        if (!Utf8.IsValid(body))
        {
            return new(null, null, WebhookProblem.NotUtf8);
        }

        try
        {
            var reader = new Utf8JsonReader(body, Strict);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return new(null, null, WebhookProblem.NotAnObject);
            }

            var members = new WebhookMembers();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                members.ReadMember(ref reader);
            }

            // The JSON reader itself refuses anything but white space after the object.
            reader.Read();
            return members.Judge();
        }
        catch (JsonException)
        {
            return new(null, null, WebhookProblem.NotAnObject);
        }
    }
}

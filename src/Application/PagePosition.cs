using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.Application;

/// <summary>Where a page of follow-ups ends and the next one begins. It stays valid whatever becomes of the follow-up it names.</summary>
/// <param name="ReceivedAt">When the last follow-up of the page was received, as it was then, in UTC.</param>
/// <param name="Id">Its row in the inbox: several are received at one time.</param>
[JsonConverter(typeof(PagePositionConverter))]
public readonly record struct PagePosition(DateTimeOffset ReceivedAt, long Id)
{
    private const char Separator = '-';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">What was read.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out PagePosition position)
    {
        position = default;
        if (text?.Split(Separator) is not [var time, var row] || Number(time) is not { } milliseconds || Number(row) is not { } id
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        position = new(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), id);
        return true;
    }

    /// <summary>Gives the form in URLs and documents: <c>1764493200000-42</c>, to be taken as it is.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ReceivedAt.ToUnixTimeMilliseconds()}{Separator}{Id}");

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Writes a position as its text.</summary>
internal sealed class PagePositionConverter : JsonConverter<PagePosition>
{
    public override PagePosition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && PagePosition.TryParse(reader.GetString(), out var position) ? position : throw new JsonException("Not a position of a page.");

    public override void Write(Utf8JsonWriter writer, PagePosition value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxoneAssist.Infrastructure.Cxone.Wire;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>What CXone itself says about a refused call, fit to be stored and shown: bounded, on one line, without secrets.</summary>
/// <param name="Text">Its words; empty where it has none.</param>
/// <param name="MentionsAssignee">Whether they are about the task's assignee.</param>
internal sealed partial record CxoneMessage(string Text, bool MentionsAssignee)
{
    public const int MaxLength = 300;

    private const string Hidden = "***";

    public static CxoneMessage None { get; } = new("", false);

    public static CxoneMessage Read(string? body, params ReadOnlySpan<string?> secrets)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return None;
        }

        // Secrets go first: one that is cut in half would not be recognised any more.
        var text = Words(body);
        foreach (var secret in secrets)
        {
            text = string.IsNullOrEmpty(secret) ? text : text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        text = OneLine(LooksSecret().Replace(text, "$1" + Hidden));
        return new(text.Length > MaxLength ? text[..(MaxLength - 1)] + "…" : text, text.Contains("assignee", StringComparison.OrdinalIgnoreCase));
    }

    private static string Words(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var words = new StringBuilder();
            Collect(document.RootElement, null, words);
            return words.ToString();
        }
        catch (JsonException)
        {
            return body;
        }
    }

    private static void Collect(JsonElement value, string? name, StringBuilder words)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Collect(member.Value, member.Name, words);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, name, words);
            }
        }
        else if (JsonText.Of(value) is { } text)
        {
            words.Append(words.Length == 0 ? "" : "; ").Append(name is null ? "" : name + ": ").Append(text);
        }
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        return Spaces().Replace(line.ToString(), " ").Trim();
    }

    [GeneratedRegex(
        @"(\bbearer\s+|\b(?:access_token|client_secret)[\s""':=]+)[^\s""'&;,]+|\beyJ[\w-]+(?:\.[\w-]+)*", RegexOptions.IgnoreCase)]
    private static partial Regex LooksSecret();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}

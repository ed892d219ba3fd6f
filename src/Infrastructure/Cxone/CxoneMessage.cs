using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>CXone's own words about a refused call, fit to be stored and shown: on one line, without secrets.</summary>
internal sealed partial class CxoneMessage
{
    public const int MaxLength = 300;

    private const string Hidden = "***";

    private readonly string _whole;

    private CxoneMessage(string whole) => _whole = whole;

    public static CxoneMessage None { get; } = new("");

    /// <summary>CXone's words, at most <see cref="MaxLength"/> characters; empty where it says nothing.</summary>
    public string Text => _whole.Length > MaxLength ? _whole[..(MaxLength - 1)] + "…" : _whole;

    public static CxoneMessage FromBody(string? body, params ReadOnlySpan<string?> secrets)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return None;
        }

        // Secrets are hidden before the text is cut: half a secret would not be recognised.
        var text = Words(body);
        foreach (var secret in secrets)
        {
            text = string.IsNullOrEmpty(secret) ? text : text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        return new(OneLine(LooksSecret().Replace(text, "$1" + Hidden)));
    }

    /// <summary>Whether the words, also those beyond <see cref="Text"/>, hold a word, in whatever case.</summary>
    public bool Mentions(string word) => _whole.Contains(word, StringComparison.OrdinalIgnoreCase);

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
        else if (JsonText.FromValue(value) is { } text)
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
        @"(\bbearer\s+|\b(?:access_token|client_secret)[\s""':=]+)[^\s""'&;,]+|\beyJ[\w-]+(?:\.[\w-]+)*",
        RegexOptions.IgnoreCase)]
    private static partial Regex LooksSecret();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}

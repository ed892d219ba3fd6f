using System.Buffers;
using System.Text.Json;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

/// <summary>
/// The scopes that a token answer lists as granted: a text, as the standard says, or a list of texts, separated by
/// blanks, commas or semicolons, in whatever case. Anything else says nothing about scopes: it must not pass for an
/// answer that grants none.
/// </summary>
internal static class GrantedScopes
{
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';'];

    // RFC 6749, 3.3, without brackets: they show a list that was written into a text.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("\"\\[]{}");

    /// <returns><c>null</c> where none is listed, or where the form is not known.</returns>
    public static IReadOnlySet<string>? FromAnswer(JsonElement scope)
    {
        JsonElement[] texts = scope.ValueKind == JsonValueKind.Array ? [.. scope.EnumerateArray()] : [scope];
        if (!texts.All(text => text.ValueKind == JsonValueKind.String))
        {
            return null;
        }

        var scopes = texts
            .SelectMany(text => text.GetString()!.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(Comparer);
        return scopes.Count > 0 && scopes.All(IsScope) ? scopes : null;
    }

    private static bool IsScope(string text) =>
        text.All(letter => letter is > ' ' and <= '~') && !text.AsSpan().ContainsAny(Foreign);
}

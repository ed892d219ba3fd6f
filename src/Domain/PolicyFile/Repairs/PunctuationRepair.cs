using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>A comma or a colon that is missing, or is another sign.</summary>
internal static class PunctuationRepair
{
    private const string NoColon = "A colon is missing between a name and its value. Write : before this.";
    private const string NoComma = "A comma is missing before this. Write , at the end of the value before it.";

    /// <summary>The problem with its remedy; <c>null</c> where punctuation is not it.</summary>
    /// <param name="before">What stands before the place.</param>
    /// <param name="rest">The line from the place on.</param>
    public static string? Find(JsonBefore before, ReadOnlySpan<char> rest) => (before, rest[0]) switch
    {
        (JsonBefore.Name, '=') => "JSON writes a colon between a name and its value. Write : in place of =.",
        (JsonBefore.Value, ';') => "JSON writes a comma between two values. Write , in place of ;.",
        (JsonBefore.Name, _) when Begins(rest) => NoColon,
        (JsonBefore.Value, _) when Begins(rest) => NoComma,
        _ => null,
    };

    private static bool Begins(ReadOnlySpan<char> rest) => rest[0] is '"' or '{' or '[' or '-' || char.IsAsciiDigit(rest[0])
        || rest.StartsWith("true") || rest.StartsWith("false") || rest.StartsWith("null");
}

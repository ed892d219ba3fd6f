using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>
/// A value of the document with its place, as written: nothing of its meaning is checked yet.
/// </summary>
internal sealed class JsonNodeAt(JsonTokenType kind, int offset)
{
    public JsonTokenType Kind { get; } = kind;

    /// <summary>Where it begins, in bytes.</summary>
    public int Offset { get; } = offset;

    /// <summary>A string's text; a number as written.</summary>
    public string Text { get; init; } = "";

    public List<JsonMemberAt> Members { get; } = kind == JsonTokenType.StartObject ? [] : None<JsonMemberAt>.List;

    public List<JsonNodeAt> Items { get; } = kind == JsonTokenType.StartArray ? [] : None<JsonNodeAt>.List;

    /// <summary>Whether nothing was written, so that nothing can be meant by it.</summary>
    public bool IsEmpty => Kind switch
    {
        JsonTokenType.StartObject => Members.Count == 0,
        JsonTokenType.StartArray => Items.Count == 0,
        JsonTokenType.String => string.IsNullOrWhiteSpace(Text),
        _ => Kind == JsonTokenType.Null,
    };

    /// <summary>The letters of a number or a truth value, which a text would have in quotes; else <c>null</c>.</summary>
    public string? Bare => Kind switch
    {
        JsonTokenType.Number => Text,
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    /// <summary>What it is, as an error names it.</summary>
    public string Description => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => $"the text '{ScoreText.Quote(Text)}'",
        JsonTokenType.Number => $"the number {ScoreText.Quote(Text)}",
        JsonTokenType.Null => "null",
        _ => Kind == JsonTokenType.True ? "true" : "false",
    };

    private static class None<T>
    {
        public static readonly List<T> List = [];
    }
}

/// <summary>A member of an object.</summary>
internal sealed record JsonMemberAt(string Name, int Offset, JsonNodeAt Value);

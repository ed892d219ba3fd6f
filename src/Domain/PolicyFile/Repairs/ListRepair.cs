using System.Text.Json;
using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// The list that a single value in its place stands for: <c>"vip"</c> is <c>["vip"]</c>. A text with commas may be
/// several values or one, so both are shown.
/// </summary>
internal static class ListRepair
{
    private const int LongestShown = 40;
    private const int MostShown = 5;

    /// <summary>The remedy as a sentence; <c>null</c> where nothing can be proposed.</summary>
    /// <param name="node">What stands in the list's place.</param>
    /// <param name="member">The beginning of what is to be written, up to the value.</param>
    /// <param name="item">The item that a text stands for, as it should be written; <c>null</c> for none.</param>
    public static string? Remedy(JsonNodeAt node, string member, Func<string, string?> item)
    {
        if (!IsShown(node))
        {
            return null;
        }

        var parts = node.Text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item).ToList();
        var (one, several) = (item(node.Text), parts.Count is > 1 and <= MostShown && !parts.Contains(null));
        return (one, several) switch
        {
            ({ }, true) => $"Write {member}{List(parts)}, or {member}{List([one])} where that is one value.",
            ({ }, false) => $"Write {member}{List([one])}.",
            (null, true) => $"Write {member}{List(parts)}.",
            _ => null,
        };
    }

    /// <summary>A value, or a list of some, as a list of texts; <c>null</c> where it cannot be shown.</summary>
    public static string? Find(JsonNodeAt node)
    {
        List<JsonNodeAt> items = node.Kind == JsonTokenType.StartArray ? node.Items : [node];
        return items.Count is > 0 and <= MostShown && items.All(IsShown) ? List(items.Select(item => item.Text)) : null;
    }

    private static string List(IEnumerable<string?> items) => $"[{string.Join(", ", items.Select(item => $"\"{item}\""))}]";

    // What can be shown whole, without escapes.
    private static bool IsShown(JsonNodeAt node) => node.Kind is JsonTokenType.String or JsonTokenType.Number
        && node.Text.Length is > 0 and <= LongestShown && !node.Text.Any(letter => char.IsControl(letter) || letter is '"' or '\\');
}

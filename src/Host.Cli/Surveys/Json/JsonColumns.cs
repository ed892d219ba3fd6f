using System.Text.Json;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Surveys.Json;

/// <summary>Reads the slots from JSON objects, with their members as columns.</summary>
internal sealed class JsonColumns(ColumnMap map)
{
    // A file can have any number of member names; those beyond this limit are looked up each time.
    private const int MostKnown = 1000;

    private readonly Dictionary<string, (int Slot, int Rank)[]> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _ranks = new int[map.Slots.Count];
    private readonly string?[] _names = new string?[map.Slots.Count];

    public IEnumerable<(string What, string Column)> Used =>
        _names.Index().Where(slot => slot.Item is not null).Select(slot => (map.Slots[slot.Index].Name, slot.Item!));

    /// <summary>Reads the slots from an object.</summary>
    /// <returns>What is wrong with it; <c>null</c> where nothing is.</returns>
    public string? Fill(JsonElement row, string?[] slots)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return "not a JSON object";
        }

        try
        {
            FillAll(row, slots);
        }
        catch (InvalidOperationException)
        {
            // Texts are decoded only when they are needed; an unpaired surrogate fails then.
            return "not JSON: a name or a text has half a character (\\uD800 to \\uDFFF must come in pairs)";
        }

        // A missing member is not the same as null: the customer's answer may be under another name.
        return _ranks.AsSpan(SurveyFacts.Count, map.Scores).IndexOfAnyExcept(int.MaxValue) >= 0
            ? null
            : "no member for the score; name it with --map score=NAME" + Nested(row);
    }

    private static string Nested(JsonElement row)
    {
        foreach (var member in row.EnumerateObject())
        {
            var isList = member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0
                && member.Value[0].ValueKind == JsonValueKind.Object;
            if (isList || member.Value.ValueKind == JsonValueKind.Object)
            {
                return "; " + SurveyJson.Nested(member.Name, isList);
            }
        }

        return "";
    }

    private void FillAll(JsonElement row, string?[] slots)
    {
        Array.Clear(slots);
        Array.Fill(_ranks, int.MaxValue);
        foreach (var member in row.EnumerateObject())
        {
            foreach (var (slot, rank) in Places(member.Name))
            {
                if (rank < _ranks[slot])
                {
                    (slots[slot], _ranks[slot]) = (Text(member.Value), rank);
                    _names[slot] ??= member.Name;
                }
            }
        }
    }

    private (int Slot, int Rank)[] Places(string name)
    {
        if (!_known.TryGetValue(name, out var places))
        {
            places = [.. map.SlotsFor(name, null)];
            if (_known.Count < MostKnown)
            {
                _known.Add(name, places);
            }
        }

        return places;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}

using System.Text.Json;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Reads surveys from JSON Lines: one object per line, with its members as columns.
/// </summary>
internal sealed class JsonLinesSurveys(TextReader text, ColumnMap map, SurveyTime time, BadRows bad) : ISurveys
{
    private readonly BoundedLines _lines = new(text);
    private readonly SurveyRows _rows = new(map, time, bad);
    private readonly Dictionary<string, (int Slot, int Rank)[]> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly string?[] _slots = new string?[map.Slots.Count];
    private readonly int[] _ranks = new int[map.Slots.Count];
    private readonly string?[] _names = new string?[map.Slots.Count];
    private long _line;

    // A file can have any number of member names; those beyond this limit are looked up each time.
    private const int MostKnown = 1000;

    public IEnumerable<(string What, string Column)> Columns =>
        _names.Index().Where(slot => slot.Item is not null).Select(slot => (map.Slots[slot.Index].Name, slot.Item!));

    public bool TryRead(out PastSurvey survey)
    {
        survey = default;
        while (_lines.TryRead(out var line))
        {
            _line++;
            if (line is null)
            {
                bad.Add(_line, "longer than 1 MiB");
            }
            else if (!string.IsNullOrWhiteSpace(line)
                && TryFill(line)
                && HasScore()
                && _rows.TryMake(_line, _slots, out survey))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => text.Dispose();

    private bool TryFill(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                bad.Add(_line, "not a JSON object");
                return false;
            }

            Fill(document.RootElement);
            return true;
        }
        catch (JsonException error)
        {
            bad.Add(_line, FormattableString.Invariant($"not JSON: wrong at byte {error.BytePositionInLine + 1}"));
            return false;
        }
        catch (InvalidOperationException)
        {
            // Texts are decoded only when they are needed; an unpaired surrogate fails then.
            bad.Add(_line, "not JSON: a name or a text has half a character (\\uD800 to \\uDFFF must come in pairs)");
            return false;
        }
    }

    private void Fill(JsonElement row)
    {
        Array.Clear(_slots);
        Array.Fill(_ranks, int.MaxValue);
        foreach (var member in row.EnumerateObject())
        {
            foreach (var (slot, rank) in Places(member.Name))
            {
                if (rank < _ranks[slot])
                {
                    (_slots[slot], _ranks[slot]) = (Text(member.Value), rank);
                    _names[slot] ??= member.Name;
                }
            }
        }
    }

    // A missing member is not the same as null: the customer's answer may be under another name.
    private bool HasScore()
    {
        if (_ranks.AsSpan(SurveyFacts.Count, map.Scores).IndexOfAnyExcept(int.MaxValue) >= 0)
        {
            return true;
        }

        bad.Add(_line, "no member for the score; name it with --map score=NAME");
        return false;
    }

    private (int Slot, int Rank)[] Places(string name)
    {
        if (!_known.TryGetValue(name, out var places))
        {
            places = [.. map.SlotsFor(name)];
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

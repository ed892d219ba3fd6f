using System.Text.Json;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Encodings;

namespace CxoneAssist.Host.Cli.Surveys.Json;

/// <summary>Reads JSON Lines: one object per line.</summary>
internal sealed class JsonLineRows(DecodedText text, ColumnMap map, BadRows bad) : IRows
{
    private readonly BoundedLines _lines = new(text);
    private readonly JsonColumns _columns = new(map);
    private long _line;

    public string Unit => "line";

    public IEnumerable<(string What, string Column)> Columns => _columns.Used;

    public IEnumerable<string> ReadAs => ["JSON Lines", .. text.Encoding is { } encoding ? [encoding] : Array.Empty<string>()];

    public bool TryRead(string?[] slots, out long line)
    {
        while (_lines.TryRead(out var json))
        {
            line = ++_line;
            if (json is not null && string.IsNullOrWhiteSpace(json))
            {
                continue;
            }

            if (FindProblem(json, slots) is not { } problem)
            {
                return true;
            }

            bad.Add(line, problem);
        }

        line = 0;
        return false;
    }

    public void Dispose() => text.Dispose();

    private string? FindProblem(string? json, string?[] slots)
    {
        if (json is null)
        {
            return "longer than 1 MiB";
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return _columns.Fill(document.RootElement, slots);
        }
        catch (JsonException error)
        {
            return FormattableString.Invariant($"not JSON: wrong at byte {error.BytePositionInLine + 1}");
        }
    }
}

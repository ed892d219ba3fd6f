using System.Text;
using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Encodings;

namespace CxoneAssist.Host.Cli.Surveys.Json;

/// <summary>Reads a JSON array of objects, without holding it as a whole.</summary>
internal sealed class JsonArrayRows : IRows
{
    private readonly Stream _stream;
    private readonly WindowsFallback _fallback = new();
    private readonly string _name;
    private readonly BadRows _bad;
    private readonly JsonColumns _columns;
    private readonly IAsyncEnumerator<JsonElement> _items;
    private long _item;

    public JsonArrayRows(Stream stream, string name, ColumnMap map, BadRows bad)
    {
        (_stream, _name, _bad, _columns) = (stream, name, bad, new JsonColumns(map));
        var text = Encoding.CreateTranscodingStream(stream, _fallback.Encoding(), Encoding.UTF8);
        _items = JsonSerializer.DeserializeAsyncEnumerable(text, SurveyJson.Default.JsonElement).GetAsyncEnumerator();
    }

    public string Unit => "item";

    public IEnumerable<(string What, string Column)> Columns => _columns.Used;

    public IEnumerable<string> ReadAs => ["a JSON array", .. _fallback.Count > 0 ? ["Windows-1252, where it is not UTF-8"] : Array.Empty<string>()];

    public bool TryRead(string?[] slots, out long line)
    {
        while (Advance())
        {
            line = ++_item;
            if (_columns.Fill(_items.Current, slots) is not { } problem)
            {
                return true;
            }

            _bad.Add(line, problem);
        }

        line = 0;
        return false;
    }

    public void Dispose() => _stream.Dispose();

    // Only this thread reads, and the file's reads are synchronous: waiting here blocks nothing else.
    private bool Advance()
    {
        try
        {
            return _items.MoveNextAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (JsonException error)
        {
            throw new CommandFailure(FormattableString.Invariant(
                $"{_name}: not JSON after item {_item}: wrong at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}. ")
                + "Correct it there: what follows in an array that is broken cannot be read.");
        }
    }
}

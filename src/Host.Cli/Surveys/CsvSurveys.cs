using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Reads surveys from CSV with a header line, row by row. Only mapped columns are converted to
/// texts.
/// </summary>
internal sealed class CsvSurveys : ISurveys
{
    // Otherwise the parser would read the rest of the file after an unclosed quotation mark as one
    // field.
    private const int LongestField = 1024 * 1024;

    private static readonly string[] OtherDelimiters = [";", "\t", "|", ","];

    private readonly string _name;
    private readonly ColumnMap _map;
    private readonly SurveyRows _rows;
    private readonly BadRows _bad;
    private readonly CsvParser _csv;
    private readonly string?[] _slots;
    private readonly int[] _columns;
    private int _width;
    private bool _quotesAreBroken;
    private string[] _header = [];

    public CsvSurveys(TextReader text, string name, string delimiter, ColumnMap map, SurveyTime time, BadRows bad)
    {
        (_name, _map, _bad, _rows) = (name, map, bad, new SurveyRows(map, time, bad));
        (_slots, _columns) = (new string?[map.Slots.Count], [.. Enumerable.Repeat(-1, map.Slots.Count)]);
        _csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            MaxFieldSize = LongestField,
            // Skipped here; otherwise the line numbers would be wrong.
            IgnoreBlankLines = false,
            BadDataFound = _ => _quotesAreBroken = true,
        });
        ReadHeader();
    }

    public IEnumerable<(string What, string Column)> Columns =>
        _columns.Index()
            .Where(slot => slot.Item >= 0)
            .Select(slot => (_map.Slots[slot.Index].Name, _header[slot.Item]));

    public bool TryRead(out PastSurvey survey)
    {
        survey = default;
        while (true)
        {
            var line = _csv.RawRow + 1;
            if (!Advance(line))
            {
                return false;
            }

            if (!IsBlank() && IsWhole(line) && TryFill(line) && _rows.TryMake(line, _slots, out survey))
            {
                return true;
            }
        }
    }

    public void Dispose() => _csv.Dispose();

    private bool Advance(int line)
    {
        try
        {
            _quotesAreBroken = false;
            return _csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new CommandFailure($"{_name}, line {line}: a field is longer than 1 MiB; look for a quotation "
                + "mark that is opened there and never closed.");
        }
    }

    // Excel writes semicolons where the locale has decimal commas.
    private string Separator()
    {
        var other = _width == 1
            ? Array.Find(OtherDelimiters, one => _header[0].Contains(one, StringComparison.Ordinal))
            : null;
        return other is null
            ? ""
            : $" They seem to be separated by '{other.Replace("\t", "\\t", StringComparison.Ordinal)}': "
                + "say so with --delimiter.";
    }

    private bool IsBlank() => _csv.Count == 1 && string.IsNullOrWhiteSpace(_csv.RawRecord);

    private bool IsWhole(int line)
    {
        if (_csv.Count != _width)
        {
            _bad.Add(line, $"{_csv.Count} fields where the header has {_width}{Taken(line)}; is a quotation mark or "
                + "a separator out of place?");
            return false;
        }

        return true;
    }

    // The parser checks quotation marks when it converts a field to a text.
    private bool TryFill(int line)
    {
        for (var slot = 0; slot < _columns.Length; slot++)
        {
            _slots[slot] = _columns[slot] < 0 ? null : _csv[_columns[slot]];
        }

        if (_quotesAreBroken)
        {
            _bad.Add(line, $"a quotation mark is out of place: within a quoted field it is written twice{Taken(line)}");
        }

        return !_quotesAreBroken;
    }

    private string Taken(int line) =>
        _csv.RawRow > line
            ? FormattableString.Invariant($" (lines {line} to {_csv.RawRow} were taken for one row)")
            : "";

    private void ReadHeader()
    {
        int line;
        bool any;
        do
        {
            line = _csv.RawRow + 1;
            any = Advance(line);
        }
        while (any && IsBlank());

        if (!any)
        {
            throw new CommandFailure(
                $"{_name} is empty: it needs a header line that names its columns.", ExitCode.Usage);
        }

        string[] header = [.. _csv.Record!.Select(column => column.Trim())];
        (_header, _width) = (header, header.Length);
        var ranks = Enumerable.Repeat(int.MaxValue, _columns.Length).ToArray();
        for (var column = 0; column < header.Length; column++)
        {
            foreach (var (slot, rank) in _map.SlotsFor(header[column]))
            {
                if (rank < ranks[slot])
                {
                    (_columns[slot], ranks[slot]) = (column, rank);
                }
            }
        }

        _rows.InsistOn(
            slot => _columns[slot] >= 0, FormattableString.Invariant($"{_name}, line {line}"), header, Separator());
    }
}

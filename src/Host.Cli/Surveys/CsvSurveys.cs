using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Surveys in CSV with a header line, a row at a time. Only the columns that are mapped become texts.</summary>
internal sealed class CsvSurveys : ISurveys
{
    // A quotation mark that is never closed would else take the whole rest of the file for one field.
    private const int LongestField = 1024 * 1024;

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
            BadDataFound = _ => _quotesAreBroken = true,
        });
        ReadHeader();
    }

    public IEnumerable<(string What, string Column)> Columns =>
        _columns.Index().Where(slot => slot.Item >= 0).Select(slot => (_map.Slots[slot.Index].Name, _header[slot.Item]));

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

            if (IsWhole(line) && TryFill(line) && _rows.TryMake(line, _slots, out survey))
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
            throw new CommandFailure($"{_name}, line {line}: a field is longer than 1 MiB; a quotation mark is opened there and never closed.");
        }
    }

    private bool IsWhole(int line)
    {
        if (_csv.Count != _width)
        {
            _bad.Add(line, $"{_csv.Count} fields where the header has {_width}; is a quotation mark or a separator out of place?");
            return false;
        }

        return true;
    }

    // Quotation marks are looked at as a field becomes a text.
    private bool TryFill(int line)
    {
        for (var slot = 0; slot < _columns.Length; slot++)
        {
            _slots[slot] = _columns[slot] < 0 ? null : _csv[_columns[slot]];
        }

        if (_quotesAreBroken)
        {
            _bad.Add(line, "a quotation mark is out of place: within a quoted field it is written twice");
        }

        return !_quotesAreBroken;
    }

    private void ReadHeader()
    {
        if (!Advance(1))
        {
            throw new CommandFailure($"{_name} is empty: it needs a header line that names its columns.", ExitCode.Usage);
        }

        string[] header = [.. _csv.Record!.Select(column => column.Trim())];
        (_header, _width) = (header, header.Length);
        var ranks = Enumerable.Repeat(int.MaxValue, _columns.Length).ToArray();
        for (var column = 0; column < header.Length; column++)
        {
            foreach (var (slot, rank) in _map.Of(header[column]))
            {
                if (rank < ranks[slot])
                {
                    (_columns[slot], ranks[slot]) = (column, rank);
                }
            }
        }

        _rows.InsistOn(slot => _columns[slot] >= 0, $"{_name}, line 1", header);
    }
}

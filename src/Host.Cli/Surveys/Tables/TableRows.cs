using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>
/// Reads the rows of a table below its header. Skips, and counts, what is no survey: empty rows, a header that repeats
/// because files were joined, and the second header row of survey tools.
/// </summary>
internal sealed class TableRows : IRows
{
    // Qualtrics writes two; rows beyond are surveys that cannot be read.
    private const int MostSecondHeaders = 2;

    private readonly ITable _table;
    private readonly TableColumns _columns;
    private readonly SurveyTime _time;
    private readonly BadRows _bad;
    private readonly List<string> _secondHeaders = [];
    private readonly int _above;
    private readonly long _headerLine;
    private long _short;
    private long _repeated;
    private long _empty;
    private bool _isBelowHeader = true;

    public TableRows(ITable table, ColumnMap map, SurveyTime time, BadRows bad)
    {
        (_table, _time, _bad) = (table, time, bad);
        (_columns, _above) = HeaderRow.Find(table, map);
        _headerLine = table.Line;
        table.InsistOnValues(_columns.Names);
    }

    public string Unit => _table.Unit;

    public IEnumerable<(string What, string Column)> Columns => _columns.Used;

    public IEnumerable<string> ReadAs
    {
        get
        {
            yield return _table.Format;
            foreach (var remark in _table.Remarks)
            {
                yield return remark;
            }

            if (_above > 0)
            {
                yield return FormattableString.Invariant($"{Format.Count(_above, "row")} above the header ({Unit} {_headerLine}) skipped");
            }

            foreach (var header in _secondHeaders)
            {
                yield return header;
            }

            if (_repeated > 0)
            {
                yield return $"{Format.Count(_repeated, "repeated header row")} skipped";
            }

            if (_short > 0)
            {
                yield return $"{Format.Count(_short, "short row")} ({(_short == 1 ? "it ends" : "they end")} before the score)";
            }

            if (_empty > 0)
            {
                yield return $"{Format.Count(_empty, "empty row")} skipped";
            }
        }
    }

    public bool TryRead(string?[] slots, out long line)
    {
        while (_table.Advance())
        {
            line = _table.Line;
            _columns.Fill(_table, slots);
            if (IsSurvey(slots) && IsWhole(line))
            {
                _columns.InsistOnOneValue(_table, slots);
                _isBelowHeader = false;
                _short += _columns.EndsBeforeScore(_table) ? 1 : 0;
                return true;
            }
        }

        line = 0;
        return false;
    }

    public void Dispose() => _table.Dispose();

    private bool IsSurvey(string?[] slots)
    {
        if (Array.TrueForAll(slots, string.IsNullOrWhiteSpace) && IsEmptyFrom(_table, 0))
        {
            // Lines without anything are no rows: many programs end a file with some.
            _empty += _table.Count > 1 ? 1 : 0;
            return false;
        }

        if (_columns.IsHeader(slots))
        {
            _repeated++;
            return false;
        }

        _isBelowHeader = _isBelowHeader && _secondHeaders.Count < MostSecondHeaders && IsSecondHeader();
        if (_isBelowHeader)
        {
            _secondHeaders.Add(FormattableString.Invariant($"a second header row ({Unit} {_table.Line}) skipped"));
        }

        return !_isBelowHeader;
    }

    // SurveyMonkey writes what kind of answer a column has, Qualtrics the question and an id. No such row has a time or
    // a number.
    private bool IsSecondHeader()
    {
        for (var column = 0; column < _table.Count; column++)
        {
            if (_table.Cell(column) is { } cell && !string.IsNullOrWhiteSpace(cell)
                && (_time.Read(cell, out _) != TimeOutcome.NotATime || ScoreText.TryRead(cell.AsSpan().Trim(), out _)))
            {
                return false;
            }
        }

        return _table.FindProblem(_columns.Width) is null;
    }

    private bool IsWhole(long line)
    {
        var problem = _table.FindProblem(_columns.Width);
        if (problem is null && _table.Count > _columns.Width && !IsEmptyFrom(_table, _columns.Width))
        {
            problem = $"{_table.Count} fields where the header has {_columns.Width}; is a quotation mark or a separator out "
                + "of place?";
        }

        if (problem is not null)
        {
            _bad.Add(line, problem);
        }

        return problem is null;
    }

    private static bool IsEmptyFrom(ITable table, int column)
    {
        while (column < table.Count && string.IsNullOrWhiteSpace(table.Cell(column)))
        {
            column++;
        }

        return column >= table.Count;
    }
}

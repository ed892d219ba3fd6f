using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>Which column of a table each slot is read from.</summary>
internal sealed class TableColumns
{
    private const int None = -1;

    private readonly ColumnMap _map;
    private readonly string[] _header;
    private readonly int[] _columns;

    // Other columns of the same name.
    private readonly List<(int Slot, int Column)> _doubles = [];

    public TableColumns(ColumnMap map, string[] header)
    {
        (_map, _header) = (map, header);
        _columns = [.. Enumerable.Repeat(None, map.Slots.Count)];
        var ranks = Enumerable.Repeat(int.MaxValue, _columns.Length).ToArray();
        foreach (var (column, name) in header.Index())
        {
            foreach (var (slot, rank) in map.SlotsFor(name, column + 1))
            {
                if (rank < ranks[slot])
                {
                    (_columns[slot], ranks[slot]) = (column, rank);
                    _doubles.RemoveAll(one => one.Slot == slot);
                }
                else if (rank == ranks[slot])
                {
                    _doubles.Add((slot, column));
                }
            }
        }
    }

    public int Width => _header.Length;

    public IReadOnlyList<string> Header => _header;

    /// <summary>The slots that have a column, with its name.</summary>
    public IEnumerable<(string What, string Column)> Used =>
        _columns.Index()
            .Where(slot => slot.Item != None)
            .Select(slot => (_map.Slots[slot.Index].Name, NameOf(slot.Item)));

    /// <summary>The positions of all columns that are read, with their names.</summary>
    public IReadOnlyDictionary<int, string> Names =>
        _columns.Concat(_doubles.Select(one => one.Column)).Where(column => column != None).Distinct().ToDictionary(column => column, NameOf);

    public bool Has(int slot) => _columns[slot] != None;

    /// <summary>Reads the slots from the current row; cells that the row does not have are missing.</summary>
    public void Fill(ITable table, string?[] slots)
    {
        for (var slot = 0; slot < _columns.Length; slot++)
        {
            slots[slot] = CellOf(table, _columns[slot]);
        }
    }

    /// <summary>Whether the current row ends before all columns of a score.</summary>
    public bool EndsBeforeScore(ITable table)
    {
        var scores = _columns.AsSpan(SurveyFacts.Count, _map.Scores);
        foreach (var column in scores)
        {
            if (column != None && column < table.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the current row repeats the header.</summary>
    public bool IsHeader(string?[] slots)
    {
        var any = false;
        for (var slot = 0; slot < _columns.Length; slot++)
        {
            if (_columns[slot] != None)
            {
                if (!slots[slot].AsSpan().Trim().SequenceEqual(_header[_columns[slot]]))
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    /// <summary>Checks that columns of one name have one value.</summary>
    /// <exception cref="CommandFailure">They have two: which one is meant is not known.</exception>
    public void InsistOnOneValue(ITable table, string?[] slots)
    {
        foreach (var (slot, column) in _doubles)
        {
            var other = CellOf(table, column);
            if (!slots[slot].AsSpan().Trim().SequenceEqual(other.AsSpan().Trim()))
            {
                var (one, two) = (ColumnNames.AtPosition(_columns[slot] + 1), ColumnNames.AtPosition(column + 1));
                throw new CommandFailure(
                    FormattableString.Invariant($"{table.Name}, {table.Unit} {table.Line}: columns {one} and {two} are both named ")
                        + $"'{SafeText.Clean(_header[column])}' and differ: '{SafeText.Clean(slots[slot] ?? "")}' and '{SafeText.Clean(other ?? "")}'. "
                        + $"Rename one of them, or say which with --map {MapName(slot)}={one} or {two}.", ExitCode.Usage);
            }
        }
    }

    private string MapName(int slot) =>
        slot < SurveyFacts.Count ? _map.Slots[slot].Name
        : slot == SurveyFacts.Count ? "score"
        : $"response:{_map.Slots[slot].Name}";

    private string NameOf(int column) =>
        _header[column].Length > 0 ? _header[column] : ColumnNames.AtPosition(column + 1);

    private static string? CellOf(ITable table, int column) =>
        column == None || column >= table.Count ? null : table.Cell(column);
}

using Spectre.Console;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>
/// A plain table: headings, a rule below each, aligned columns. A table without rows is not shown.
/// </summary>
internal sealed class TextTable
{
    // A little more than a UUID. Ids and names may be several times as long, and would leave no
    // room for the other columns.
    private const int GreatestWidth = 40;
    private const int GreatestNumber = 20;

    private readonly List<Column> _columns = [];
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a column of short texts.</summary>
    public TextTable Text(string heading) => Add(new(heading, Justify.Left, NoWrap: true));

    /// <summary>Adds a column of sentences, which are wrapped.</summary>
    public TextTable Sentence(string heading) => Add(new(heading, Justify.Left, NoWrap: false));

    /// <summary>Adds a column of numbers.</summary>
    public TextTable Number(string heading) => Add(new(heading, Justify.Right, NoWrap: true));

    public void Row(params string[] cells) =>
        _rows.Add([.. cells.Select((cell, index) => Fold(SafeText.Clean(cell), _columns[index]))]);

    public void Show(Terminal terminal)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var grid = new Grid();
        foreach (var column in _columns)
        {
            grid.AddColumn(
                new GridColumn
                {
                    Alignment = column.Alignment,
                    Padding = new Padding(2, 0, 0, 0),
                    NoWrap = column.NoWrap,
                });
        }

        grid.AddRow([.. _columns.Select(column => new Text(column.Heading, new Style(decoration: Decoration.Bold)))]);
        grid.AddRow([.. _columns.Select(Rule(terminal.Rule))]);
        foreach (var row in _rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        terminal.Console.Write(grid);
        terminal.WriteVerbatim();
    }

    private Func<Column, int, Text> Rule(char line) =>
        (column, index) => new Text(new string(line, Width(index, column)), new Style(decoration: Decoration.Dim));

    // A rule must not be wrapped; below sentences it is as long as the heading.
    private int Width(int index, Column column) =>
        (column.NoWrap ? _rows.Select(row => row[index]).Append(column.Heading) : [column.Heading])
            .SelectMany(cell => cell.Split('\n')).Max(Wrap.Columns);

    private static string Fold(string cell, Column column) => column.NoWrap
        ? string.Join('\n', Wrap.Lines(cell, column.Alignment == Justify.Right ? GreatestNumber : GreatestWidth))
        : cell;

    private TextTable Add(Column column)
    {
        _columns.Add(column with { Heading = Fold(SafeText.Clean(column.Heading), column) });
        return this;
    }

    private sealed record Column(string Heading, Justify Alignment, bool NoWrap);
}

using Spectre.Console;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>A table that speaks softly: headings, a rule below each, aligned columns. One without rows is not shown.</summary>
internal sealed class Sheet
{
    private readonly List<(string Heading, Justify Alignment)> _columns = [];
    private readonly List<string[]> _rows = [];

    public Sheet(string first) => Column(first);

    public Sheet Column(string heading) => Add(heading, Justify.Left);

    public Sheet Number(string heading) => Add(heading, Justify.Right);

    public void Row(params string[] cells) => _rows.Add(cells);

    public void Show(Terminal terminal)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var grid = new Grid();
        foreach (var (_, alignment) in _columns)
        {
            grid.AddColumn(new GridColumn { Alignment = alignment, Padding = new Padding(2, 0, 0, 0), NoWrap = true });
        }

        grid.AddRow([.. _columns.Select(column => new Text(column.Heading, new Style(decoration: Decoration.Bold)))]);
        grid.AddRow([.. _columns.Select((_, index) => new Text(new string(terminal.Rule, Width(index)), new Style(decoration: Decoration.Dim)))]);
        foreach (var row in _rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        terminal.Console.Write(grid);
        terminal.WriteVerbatim();
    }

    private int Width(int column) => _rows.Select(row => row[column].Length).Append(_columns[column].Heading.Length).Max();

    private Sheet Add(string heading, Justify alignment)
    {
        _columns.Add((heading, alignment));
        return this;
    }
}

using Spectre.Console;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>Lines of a label and a value, one below the other.</summary>
internal sealed class KeyValueList
{
    private const int LabelWidth = 18;

    private readonly Grid _grid = new Grid()
        .AddColumn(new GridColumn().Width(LabelWidth).NoWrap().PadLeft(2).PadRight(2))
        .AddColumn(new GridColumn().PadLeft(0).PadRight(0));

    /// <summary>Adds a value; skips an empty one.</summary>
    public void Add(string label, params IEnumerable<string?> lines)
    {
        var text =
            string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)).Select(line => SafeText.Clean(line!)));
        if (text.Length > 0)
        {
            _grid.AddRow(new Text(label, new Style(decoration: Decoration.Dim)), new Text(text));
        }
    }

    public void Show(Terminal terminal)
    {
        terminal.Console.Write(_grid);
        terminal.WriteVerbatim();
    }
}

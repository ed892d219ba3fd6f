using Spectre.Console;

namespace CxoneAssist.Host.Cli.Showing;

/// <summary>Lines of a label and what there is to say, one below the other.</summary>
internal sealed class Facts
{
    private const int LabelWidth = 18;

    private readonly Grid _grid = new Grid()
        .AddColumn(new GridColumn().Width(LabelWidth).NoWrap().PadLeft(2).PadRight(2))
        .AddColumn(new GridColumn().PadLeft(0).PadRight(0));

    public void Add(string label, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _grid.AddRow(new Text(label, new Style(decoration: Decoration.Dim)), new Text(OneLine.Of(text)));
        }
    }

    public void Show(Terminal terminal)
    {
        terminal.Console.Write(_grid);
        terminal.WriteVerbatim();
    }
}

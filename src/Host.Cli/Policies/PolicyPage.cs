using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>A policy as tables on the terminal.</summary>
internal sealed class PolicyPage(FollowUpPolicy policy)
{
    private readonly PolicyParts _parts = new(policy);

    public void Show(Terminal terminal)
    {
        terminal.WriteHeading(_parts.Title);
        foreach (var part in _parts.All)
        {
            Show(terminal, part);
        }
    }

    private static void Show(Terminal terminal, PolicyPart part)
    {
        if (part.Heading is { } heading)
        {
            terminal.WriteHeading(heading);
        }

        if (part.Facts.Count > 0)
        {
            var facts = new KeyValueList();
            foreach (var (label, text) in part.Facts)
            {
                facts.Add(label, text);
            }

            facts.Show(terminal);
        }

        var sheet = part.Headings.Aggregate(new TextTable(), (table, name) => table.Text(name));
        foreach (var row in part.Rows)
        {
            sheet.Row(row);
        }

        sheet.Show(terminal);
    }
}

using System.Text;
using System.Text.Encodings.Web;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>
/// Builds HTML. Every text that this program did not write itself is encoded with
/// <see cref="Encode"/>.
/// </summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds markup that this program wrote.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>Adds an element that contains text.</summary>
    public Html Element(string tag, string text, string attributes = "") =>
        Raw($"<{tag}{(attributes.Length > 0 ? " " : "")}{attributes}>{Encode(text)}</{tag}>");

    /// <summary>
    /// Adds a table; the columns after the first <paramref name="texts"/> hold numbers.
    /// </summary>
    /// <param name="headings">The headings.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="texts">How many of the first columns hold texts.</param>
    /// <param name="labels">The headings where each stands alone, next to a value; <c>null</c> for the same.</param>
    public Html Table(
        IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows, int texts = 1, IReadOnlyList<string>? labels = null)
    {
        Raw("<table><thead><tr>");
        for (var i = 0; i < headings.Count; i++)
        {
            Element("th", headings[i], Class(i, texts) + " scope=\"col\"");
        }

        Raw("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Raw("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                // On a phone the heading stands next to the value.
                Element("td", row[i], $"{Class(i, texts)} data-label=\"{Encode((labels ?? headings)[i])}\"");
            }

            Raw("</tr>");
        }

        return Raw("</tbody></table>");
    }

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    public override string ToString() => _text.ToString();

    private static string Class(int column, int texts) => column < texts ? "class=\"text\"" : "class=\"number\"";
}

using System.Globalization;
using System.Text;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>A column chart as SVG: for each label one column per series, side by side.</summary>
/// <param name="title">The text alternative for readers who cannot see the chart.</param>
/// <param name="labels">The labels below the columns.</param>
/// <param name="series">The values of each series.</param>
internal sealed class ColumnChart(string title, IReadOnlyList<string> labels, IReadOnlyList<IReadOnlyList<long>> series)
{
    // Narrow, so that letters are still large enough when it is scaled to the screen of a phone.
    private const double Width = 480;
    private const double Height = 200;
    private const double Left = 56;
    private const double Bottom = 42;
    private const double LabelLine = 15;
    private const double Top = 12;
    private const double Gap = 0.25;
    private const double LetterWidth = 8.5;
    private const double LabelGap = 16;

    private readonly long _top = Even(series.SelectMany(values => values).DefaultIfEmpty().Max());

    // As many as fit next to each other.
    private readonly int _fittingLabel = (int)Math.Ceiling(
        labels.Count * ((labels.Select(label => label.Length).DefaultIfEmpty().Max() * LetterWidth)
            + LabelGap) / (Width - Left));

    /// <summary>
    /// Whether each column has its label, in two lines where one has no room: categories, of which none can be guessed
    /// from its neighbours.
    /// </summary>
    public bool HasAllLabels { get; init; }

    private int EveryNthLabel => HasAllLabels ? 1 : _fittingLabel;

    public override string ToString()
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"chart\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" "
                + $"aria-label=\"{Html.Encode(title)}\">\n");
        AppendLines(svg);
        for (var i = 0; i < labels.Count; i++)
        {
            AppendColumns(svg, i);
        }

        return svg.Append("</svg>").ToString();
    }

    private double Step => (Width - Left) / Math.Max(1, labels.Count);

    private void AppendLines(StringBuilder svg)
    {
        foreach (var value in (long[])[0, .. _top > 1 ? [_top / 2] : Array.Empty<long>(), _top])
        {
            var y = Y(value);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line class=\"rule\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"scale\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\">{Format.Number(value)}</text>\n");
        }
    }

    private void AppendColumns(StringBuilder svg, int index)
    {
        var width = Step * (1 - Gap) / series.Count;
        var left = Left + (index * Step) + (Step * Gap / 2);
        for (var one = 0; one < series.Count; one++)
        {
            var value = series[one][index];
            var y = Y(value);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"s{one}\" x=\"{left + (one * width):0.##}\" y=\"{y:0.#}\"");
            svg.Append(CultureInfo.InvariantCulture, $" width=\"{width:0.##}\" height=\"{Height - Bottom - y:0.#}\">");
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<title>{Html.Encode(labels[index])}: {Format.Number(value)}</title></rect>");
        }

        if (index % EveryNthLabel == 0)
        {
            var below = HasAllLabels && _fittingLabel > 1 && index % 2 == 1 ? 0 : LabelLine;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"label\" x=\"{left + (Step * (1 - Gap) / 2):0.#}\" "
                    + $"y=\"{Height - 8 - below}\">{Html.Encode(labels[index])}</text>\n");
        }
    }

    private double Y(double value) => Top + ((Height - Bottom - Top) * (1 - (value / _top)));

    // Counts are whole numbers, so the middle of the scale must be one too. A maximum of one has no
    // middle.
    private static long Even(long most) => most <= 1 ? 1 : most + (most % 2);
}

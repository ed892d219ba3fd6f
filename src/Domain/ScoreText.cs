using System.Globalization;
using System.Text;

namespace CxoneAssist.Domain;

internal static class ScoreText
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // A decimal holds 28 significant digits: what is longer would be rounded, and a rounded score
    // can cross a tier's bound.
    private const int MaxLength = 28;

    private const int ShownLength = 40;

    public static bool TryRead(ReadOnlySpan<char> text, out decimal score)
    {
        score = 0;
        // The framework passes over NULs after a number; "3\0" is not what a form means by 3.
        return text.Length <= MaxLength && !text.Contains('\0')
            && decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out score);
    }

    /// <summary>
    /// The same number without zeros at its end, and no zero below zero: how it is written must not
    /// matter.
    /// </summary>
    public static decimal Normal(decimal number) => number == 0 ? 0 : number / 1.0000000000000000000000000000m;

    /// <summary>
    /// The text as a sentence can quote it: on one line, whole characters only, bounded.
    /// </summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder();
        var shown = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++shown > ShownLength)
            {
                return quoted.Append('…').ToString();
            }

            quoted.Append(Rune.IsControl(rune) ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return quoted.ToString();
    }
}

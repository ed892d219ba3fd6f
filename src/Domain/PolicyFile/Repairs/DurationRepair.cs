using System.Globalization;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// What a duration is in the format's own letters, where its words have one meaning: <c>2 days</c> is <c>2d</c>,
/// <c>1,5 hours</c> is <c>90m</c>, <c>PT4H</c> is <c>4h</c>. A time that the format has not is asked for.
/// </summary>
internal static class DurationRepair
{
    private const string Form = "Write the time that is meant in one of these forms.";
    private const string ElapsedOnly =
        "Business time is not counted here: write the elapsed time that is meant, in m, h, d or w.";

    public static string? Find(string text) => WrittenDuration.Read(text)?.Whole();

    /// <summary>The remedy as a sentence.</summary>
    /// <param name="text">The duration as written.</param>
    /// <param name="member">The beginning of what is to be written, up to the value.</param>
    /// <param name="isElapsed">Whether only elapsed time may stand there.</param>
    public static string Remedy(string text, string member, bool isElapsed)
    {
        if (WrittenDuration.Read(text) is not { } written)
        {
            return Form;
        }

        if (isElapsed && written.IsBusiness)
        {
            return ElapsedOnly;
        }

        return written.Whole() is { } whole ? $"Write {member}\"{whole}\"." : Neighbours(written);
    }

    // A day in place of a business hour and a half would pass: both numbers next to it are shown, in its own unit.
    private static string Neighbours(WrittenDuration written)
    {
        var (less, more) = (decimal.Floor(written.Amount), decimal.Ceiling(written.Amount));
        if (!written.IsBusiness)
        {
            return Form;
        }

        var above = string.Create(CultureInfo.InvariantCulture, $"\"{more:0}{written.Unit}\"");
        return "Business time is counted in whole numbers only: write "
            + (less == 0 ? $"{above}, or elapsed time." : string.Create(CultureInfo.InvariantCulture, $"\"{less:0}{written.Unit}\" or {above}."));
    }
}

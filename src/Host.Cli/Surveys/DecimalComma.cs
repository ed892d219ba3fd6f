namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Numbers with a decimal comma, as spreadsheets write them where the locale has one. <c>3,5</c> has one meaning;
/// <c>3,125</c> has two, since a comma also groups thousands.
/// </summary>
internal static class DecimalComma
{
    public const string Comma = "comma";
    public const string Point = "point";
    private const int Group = 3;

    /// <summary>The number with a point; <c>null</c> where the text is not such a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="said">What <c>--decimal</c> says; <c>null</c> for nothing.</param>
    public static string? WithPoint(string text, string? said)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || said == Point)
        {
            return null;
        }

        var whole = text.AsSpan(0, comma).Trim().TrimStart('-');
        var decimals = text.AsSpan(comma + 1).Trim();
        return IsDigits(whole) && IsDigits(decimals) && (said == Comma || decimals.Length != Group)
            ? text.Replace(',', '.')
            : null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>The ways to write from one to another: hyphen, the dashes that word processors put in its place, words.</summary>
internal static class Dashes
{
    private static readonly string[] All = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", " to ", " until ", " till "];

    public static string[] Split(string text) =>
        text.Split(All, StringSplitOptions.TrimEntries);

    public static string WithHyphens(string text) => string.Join('-', Split(text));
}

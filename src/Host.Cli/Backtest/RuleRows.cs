using CxoneAssist.Host.Cli.Backtest.Rules;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The rows of the tables of reviews and of rules that never applied, on the terminal and in the report.</summary>
internal static class RuleRows
{
    private const int MostReasons = 10;

    public static IReadOnlyList<string> ReviewHeadings { get; } = ["Why", "Surveys", "Answers", "First"];

    public static IReadOnlyList<string> UnusedHeadings { get; } = ["Rule", "Applies where", "The file has"];

    public static IEnumerable<IReadOnlyList<string>> Reviews(ReviewReasons reasons, string unit)
    {
        foreach (var reason in reasons.All.Take(MostReasons))
        {
            var answers = reason.Values.Most.Any() ? reason.Values.ToString() : "";
            yield return [reason.What, Format.Number(reason.Count), answers, Lines(reason.Lines, unit)];
        }

        var others = reasons.Others + reasons.All.Skip(MostReasons).Sum(reason => reason.Count);
        if (others > 0)
        {
            yield return ["other reasons", Format.Number(others), "", ""];
        }
    }

    public static IEnumerable<IReadOnlyList<string>> Unused(IReadOnlyList<UnusedRule> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var (index, (condition, subject, values)) in rule.Conditions.Index())
            {
                yield return [index == 0 ? rule.Label : "", condition, $"{subject}: {values}"];
            }
        }
    }

    private static string Lines(IReadOnlyList<long> lines, string unit) =>
        $"{unit}{(lines.Count == 1 ? "" : "s")} {string.Join(", ", lines.Select(line => FormattableString.Invariant($"{line}")))}";
}

using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Report;

/// <summary>The differences between two policies, with examples.</summary>
internal static class MoveSection
{
    public static void Add(Html html, BacktestResult result)
    {
        if (result.Against is not { } against)
        {
            return;
        }

        var kinds = Enum.GetValues<MoveKind>();
        html.Element("h2", $"What moves from {result.NameOf(against)} to {result.NameOf(result.Policy)}");
        html.Table(
            ["Move", "Surveys"],
            kinds.Select(
                kind => (IReadOnlyList<string>)[OutcomeText.Describe(kind), Format.Number(result.Moves.CountOf(kind))])
            .Append(["Unmoved", Format.Number(result.Moves.Unmoved)]));
        var examples =
            kinds.SelectMany(kind => result.Moves.Examples(kind).Select(example => Row(kind, example, result.Zone)))
                .ToList();
        if (examples.Count > 0)
        {
            html.Element("h3", "Examples")
                .Table(["Move", result.UnitHeading, "Interaction", "Score", "Before", "After"], examples, texts: 6);
        }
    }

    private static IReadOnlyList<string> Row(MoveKind kind, MovedSurvey example, TimeZoneInfo zone) =>
    [
        OutcomeText.Describe(kind), Format.Number(example.Line), example.InteractionId, example.Score ?? "",
        OutcomeText.Describe(example.Before, zone), OutcomeText.Describe(example.After, zone),
    ];
}

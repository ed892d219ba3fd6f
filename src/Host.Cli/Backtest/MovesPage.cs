using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// The differences between two policies as a page on the terminal; nothing for a single policy.
/// </summary>
internal sealed class MovesPage(BacktestResult result)
{
    private const int LongestScore = 40;

    public void Show(Terminal terminal)
    {
        if (result.Against is not { } against)
        {
            return;
        }

        var (before, after) = (SafeText.Clean(result.NameOf(against)), SafeText.Clean(result.NameOf(result.Policy)));
        terminal.WriteVerbatim($"  Moves from {before} to {after}, due dates on the clock of {result.Zone.Id}:");
        terminal.WriteVerbatim();
        var sheet = new TextTable()
            .Text("Move")
            .Number("Surveys")
            .Text("Example")
            .Sentence("Score")
            .Sentence("Before")
            .Sentence("After");
        foreach (var kind in Enum.GetValues<MoveKind>())
        {
            AddRows(sheet, kind, result.Moves.Examples(kind));
        }

        sheet.Row("Unmoved", Format.Number(result.Moves.Unmoved), "", "", "", "");
        sheet.Show(terminal);
    }

    private void AddRows(TextTable sheet, MoveKind kind, IReadOnlyList<MovedSurvey> examples)
    {
        sheet.Row(
            [OutcomeText.Describe(kind), Format.Number(result.Moves.CountOf(kind)),
                .. Cells(examples.Count > 0 ? examples[0] : null)]);
        foreach (var example in examples.Skip(1))
        {
            sheet.Row(["", "", .. Cells(example)]);
        }
    }

    // The literal answer, which may be as long as the customer liked.
    private static string Short(string score) => score.Length > LongestScore ? score[..LongestScore] + "…" : score;

    private string[] Cells(MovedSurvey? example) => example is null
        ? ["", "", "", ""]
        :
        [
            FormattableString.Invariant($"{result.Unit} {example.Line}"), Short(example.Score ?? ""),
            OutcomeText.Describe(example.Before, result.Zone), OutcomeText.Describe(example.After, result.Zone),
        ];
}

using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Creates surveys from the texts in a row's slots.</summary>
internal sealed class SurveyRows(ColumnMap map, SurveyTime time, BadRows bad)
{
    private const string UnknownAgent = "unknown";
    private const int LongestShown = 40;

    private readonly string[] _answers = [.. map.Answers];

    /// <summary>Creates a survey, or counts a bad row.</summary>
    /// <param name="line">The line where the row begins.</param>
    /// <param name="slots">The text of each slot; <c>null</c> for a missing one.</param>
    /// <param name="survey">The survey.</param>
    public bool TryMake(long line, string?[] slots, out PastSurvey survey)
    {
        survey = default;
        if (Array.Exists(slots, text => text?.Contains('\uFFFD', StringComparison.Ordinal) == true))
        {
            bad.AddUndecoded();
        }

        if (!TryTime(line, slots, SurveyFact.Completed, out var completed)
            || !TryTime(line, slots, SurveyFact.Received, out var received)
            || !TryTime(line, slots, SurveyFact.Submitted, out var submitted))
        {
            return false;
        }

        if ((received ?? completed ?? submitted) is not { } receivedAt)
        {
            bad.Add(line, "no time: neither completed, received nor submitted is given");
            return false;
        }

        var interaction = new CompletedInteraction(
            Text(slots, SurveyFact.Interaction) ?? FormattableString.Invariant($"line-{line}"),
            Text(slots, SurveyFact.Agent) ?? UnknownAgent)
        {
            CompletedAt = completed,
            CustomerId = Text(slots, SurveyFact.Customer),
            Skill = Text(slots, SurveyFact.Skill),
            Queue = Text(slots, SurveyFact.Queue),
            Channel = Text(slots, SurveyFact.Channel),
            Language = Text(slots, SurveyFact.Language),
        };
        var facts = new PolicyInput(interaction, receivedAt, new PostInteractionForm(Answers(slots), submitted));
        survey = new(line, slots[SurveyFacts.Count], facts, submitted > receivedAt ? submitted.Value : receivedAt);
        return true;
    }

    /// <exception cref="CommandFailure">A required column is missing.</exception>
    public void InsistOn(Func<int, bool> isThere, string where, IEnumerable<string> columns, string hint)
    {
        var found = $" The columns are: {SafeText.Clean(string.Join(", ", columns))}.{hint}";
        for (var slot = 0; slot < map.Slots.Count; slot++)
        {
            if (map.Slots[slot].Given is { } given && !isThere(slot))
            {
                throw new CommandFailure(
                    $"{where}: no column '{SafeText.Clean(given)}', which --map names for "
                        + $"{map.Slots[slot].Name}.{found}", ExitCode.Usage);
            }
        }

        var scores = Enumerable.Range(SurveyFacts.Count, map.Scores);
        if (!scores.Any(isThere))
        {
            var looked = string.Join(" or ", scores.SelectMany(slot => map.Slots[slot].Usual).Distinct());
            throw new CommandFailure(
                $"{where}: no column for the score ({looked}): name it with --map score=COLUMN.{found}",
                ExitCode.Usage);
        }

        SurveyFact[] times = [SurveyFact.Completed, SurveyFact.Received, SurveyFact.Submitted];
        if (!times.Any(fact => isThere((int)fact)))
        {
            throw new CommandFailure(
                $"{where}: no column with a time: name one with --map completed=COLUMN.{found}", ExitCode.Usage);
        }
    }

    private static string? Text(string?[] slots, SurveyFact fact) =>
        slots[(int)fact] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private bool TryTime(long line, string?[] slots, SurveyFact fact, out DateTimeOffset? at)
    {
        at = null;
        if (Text(slots, fact) is not { } text)
        {
            return true;
        }

        if (!time.TryRead(text, out var read))
        {
            var shown = SafeText.Clean(text.Length > LongestShown ? text[..LongestShown] + "…" : text);
            bad.Add(line, $"{SurveyFacts.Name(fact)} is not a time: '{shown}'; write it like {SurveyTime.Expected}");
            return false;
        }

        at = read;
        return true;
    }

    private FormResponse[] Answers(string?[] slots)
    {
        var answers = new FormResponse[_answers.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = new FormResponse(_answers[i], slots[SurveyFacts.Count + i]);
        }

        return answers;
    }
}

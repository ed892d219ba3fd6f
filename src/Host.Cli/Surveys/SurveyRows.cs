using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Interactions;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Creates surveys from the texts in a row's slots.</summary>
/// <param name="map">The slots.</param>
/// <param name="time">Reads the times.</param>
/// <param name="bad">Receives rows without a time.</param>
/// <param name="decimals">What <c>--decimal</c> says; <c>null</c> for nothing.</param>
internal sealed class SurveyRows(ColumnMap map, SurveyTime time, BadRows bad, string? decimals) : IDisposable
{
    private const string UnknownAgent = "unknown";

    private readonly SeenInteractions _seen = new();
    private readonly string[] _answers = [.. map.Answers];
    private readonly bool[] _areNumbers = [.. map.Slots.Skip(SurveyFacts.Count).Select(slot => slot.IsNumber)];

    /// <summary>Answers that were read with a decimal comma.</summary>
    public long DecimalCommas { get; private set; }

    /// <summary>Local times that the clocks skip, and were moved forward.</summary>
    public long SkippedTimes { get; private set; }

    /// <summary>Local times that the clocks show twice, of which the later was taken.</summary>
    public long RepeatedTimes { get; private set; }

    /// <summary>Rows that repeat an interaction. The product would decide on its first webhook alone.</summary>
    public long Repeated { get; private set; }

    /// <summary>Creates a survey, or counts a bad row or one that repeats an interaction.</summary>
    /// <param name="line">The line where the row begins.</param>
    /// <param name="slots">The text of each slot; <c>null</c> for a missing one.</param>
    /// <param name="survey">The survey.</param>
    public bool TryMake(long line, string?[] slots, out PastSurvey survey)
    {
        survey = default;
        if (Array.Exists(slots, text => text?.Contains('\uFFFD', StringComparison.Ordinal) == true))
        {
            bad.AddLostCharacters();
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

        var id = Text(slots, SurveyFact.Interaction);
        if (id is not null && !_seen.Add(id))
        {
            Repeated++;
            return false;
        }

        var interaction = new CompletedInteraction(
            id ?? FormattableString.Invariant($"line-{line}"),
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

    public void Dispose() => _seen.Dispose();

    private static string? Text(string?[] slots, SurveyFact fact) =>
        slots[(int)fact] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private bool TryTime(long line, string?[] slots, SurveyFact fact, out DateTimeOffset? at)
    {
        at = null;
        if (Text(slots, fact) is not { } text)
        {
            return true;
        }

        var reading = time.Read(text, out var read);
        if (reading != TimeOutcome.Read)
        {
            bad.Add(line, TimeProblem.Describe(SurveyFacts.Name(fact), text, reading, time));
            return false;
        }

        at = read;
        SkippedTimes += time.Change == ClockShift.Skips ? 1 : 0;
        RepeatedTimes += time.Change == ClockShift.Repeats ? 1 : 0;
        return true;
    }

    private FormResponse[] Answers(string?[] slots)
    {
        var answers = new FormResponse[_answers.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            answers[i] = new FormResponse(_answers[i], Answer(i, slots[SurveyFacts.Count + i]));
        }

        return answers;
    }

    private string? Answer(int answer, string? text)
    {
        if (text is null || !_areNumbers[answer] || DecimalComma.WithPoint(text, decimals) is not { } number)
        {
            return text;
        }

        DecimalCommas++;
        return number;
    }
}

using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Surveys;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>
/// The columns of a survey file that a policy decides by, under the names that a backtest knows. As there, a score on
/// another scale than the policy's is never taken: the run would agree on answers that the policy does not mean.
/// </summary>
internal sealed class PlayedColumns
{
    private const int None = -1;

    private readonly FollowUpPolicy _policy;
    private readonly IReadOnlyList<string> _header;

    // The position of each fact's column.
    private readonly int[] _facts;

    public PlayedColumns(FollowUpPolicy policy, IReadOnlyList<string> header)
    {
        (_policy, _header) = (policy, header);
        _facts = [.. Enum.GetValues<SurveyFact>().Select(Find)];
        Score = ScoreNames(policy.Question).Select(Find).FirstOrDefault(column => column != None, None);
        Others =
        [
            .. policy.Question.Fields.Skip(1).Concat(Conditions.Select(one => one.Field))
                .Except([policy.Question.Fields[0]], StringComparer.OrdinalIgnoreCase)
                .Distinct(StringComparer.OrdinalIgnoreCase).Select(field => (field, Find(field), IsNumber(field)))
                .Where(other => other.Item2 != None),
        ];
    }

    /// <summary>The position of the interaction's column.</summary>
    public int Interaction => _facts[(int)SurveyFact.Interaction];

    /// <summary>The position of the agent's column.</summary>
    public int Agent => _facts[(int)SurveyFact.Agent];

    /// <summary>The position of the score's column; negative where the file has only those of further questions.</summary>
    public int Score { get; }

    /// <summary>How many columns there are.</summary>
    public int Count => _header.Count;

    /// <summary>The columns that are missing, and those that there are; <c>null</c> where none is missing.</summary>
    public string? Missing
    {
        get
        {
            List<string> missing =
            [
                .. new[] { SurveyFact.Interaction, SurveyFact.Agent }.Where(fact => _facts[(int)fact] == None).Select(fact => SurveyFacts.Columns(fact)[0]),
                .. HasScore ? [] : new[] { string.Join(" or ", ScoreNames(_policy.Question)) },
            ];
            return missing.Count == 0
                ? null
                : $"{string.Join(", ", missing)}. The columns are: {string.Join(", ", _header)}."
                    + (HasScore ? "" : Scales.Hint(_header, _policy.Question));
        }
    }

    // The fields of other answers that the file has.
    private IReadOnlyList<(string Field, int Column, bool IsNumber)> Others { get; }

    private bool HasScore => Score != None || Others.Any(other => _policy.Question.Fields.Contains(other.Field));

    private IEnumerable<AnswerCondition> Conditions => _policy.Overrides.SelectMany(one => one.When).OfType<AnswerCondition>();

    /// <summary>The names of the columns that are read, by their positions; those of times are not.</summary>
    public IReadOnlyDictionary<int, string> Names => Others.Select(other => other.Column).Concat(_facts[..(int)SurveyFact.Completed]).Append(Score)
        .Where(column => column != None).Distinct().ToDictionary(column => column, NameOf);

    /// <summary>The name of a column, as the file has it.</summary>
    public string NameOf(int column) => _header[column];

    /// <summary>Adds what a row says to its survey.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="cell">The row's cell of a column; <c>null</c> where it has none.</param>
    public Survey Read(Survey survey, Func<int, string?> cell)
    {
        return survey with
        {
            Score = Number(survey.Score),
            Channel = Given(_facts[(int)SurveyFact.Channel]) ?? "",
            Customer = Given(_facts[(int)SurveyFact.Customer]),
            Skill = Given(_facts[(int)SurveyFact.Skill]),
            Queue = Given(_facts[(int)SurveyFact.Queue]),
            Language = Given(_facts[(int)SurveyFact.Language]),
            OtherAnswers = Others.Count == 0 ? survey.OtherAnswers : Others.Where(other => Given(other.Column) is not null)
                .ToDictionary(other => other.Field, other => other.IsNumber ? Number(Given(other.Column)!) : Given(other.Column)!),
        };

        string? Given(int column) => column != None && cell(column) is { Length: > 0 } value ? value : null;
    }

    private static IEnumerable<string> ScoreNames(ScoreQuestion question) =>
        Scales.Columns(question).Prepend(question.Fields[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    // The host reads points only; the comma is that of the spreadsheet's locale.
    private static string Number(string text) => DecimalComma.WithPoint(text, said: null) ?? text;

    private bool IsNumber(string field) => _policy.Question.Fields.Contains(field, StringComparer.OrdinalIgnoreCase)
        || Conditions.OfType<AnswerInRange>().Any(one => string.Equals(one.Field, field, StringComparison.OrdinalIgnoreCase));

    private int Find(SurveyFact fact) =>
        SurveyFacts.Columns(fact).Select(Find).FirstOrDefault(column => column != None, None);

    private int Find(string name)
    {
        var slot = new ColumnSlot(name, null, [name]);
        var ranks = _header.Index().Select(column => (column.Index, Rank: slot.Rank(column.Item, null))).Where(one => one.Rank is not null);
        return ranks.OrderBy(one => one.Rank).Select(one => one.Index).FirstOrDefault(None);
    }
}

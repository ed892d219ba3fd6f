using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>
/// The columns of a survey file that a policy decides by. As in a backtest, a score on another scale than the policy's is
/// never taken: the run would agree on answers that the policy does not mean.
/// </summary>
internal sealed class PlayedColumns
{
    private readonly FollowUpPolicy _policy;
    private readonly IReadOnlyList<string> _header;

    public PlayedColumns(FollowUpPolicy policy, IReadOnlyList<string> header)
    {
        (_policy, _header) = (policy, header);
        Score = ScoreNames(policy.Question).Select(Find).FirstOrDefault(column => column is not null);
        Others =
        [
            .. policy.Question.Fields.Skip(1)
                .Concat(policy.Overrides.SelectMany(one => one.When).OfType<AnswerCondition>().Select(one => one.Field))
                .Except([policy.Question.Fields[0]], StringComparer.OrdinalIgnoreCase)
                .Where(field => Find(field) is not null),
        ];
    }

    /// <summary>The score's column; <c>null</c> where the file has only those of the policy's further questions.</summary>
    public string? Score { get; }

    // The fields of other answers that the file has.
    private IReadOnlyList<string> Others { get; }

    private bool HasScore => Score is not null || _policy.Question.Fields.Any(Others.Contains);

    /// <summary>The columns that are missing, and those that there are; <c>null</c> where none is missing.</summary>
    /// <param name="required">Columns that are needed in addition to the score.</param>
    public string? Missing(IReadOnlyList<string> required)
    {
        List<string> missing = [.. required.Where(column => Find(column) is null), .. HasScore ? [] : new[] { ScoreName(_policy.Question) }];
        return missing.Count == 0
            ? null
            : $"{string.Join(", ", missing)}. The columns are: {string.Join(", ", _header)}."
                + (HasScore ? "" : Scales.Hint(_header, _policy.Question));
    }

    /// <summary>Adds what a row says to its survey.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="cell">The row's cell of a column; <c>null</c> where it has none.</param>
    public Survey Read(Survey survey, Func<string, string?> cell)
    {
        return survey with
        {
            Channel = Fact(SurveyFact.Channel) ?? "",
            Customer = Fact(SurveyFact.Customer),
            Skill = Fact(SurveyFact.Skill),
            Queue = Fact(SurveyFact.Queue),
            Language = Fact(SurveyFact.Language),
            OtherAnswers = Others.Count == 0 ? survey.OtherAnswers : Others.Where(field => Given(field) is not null)
                .ToDictionary(field => field, field => Given(field)!),
        };

        string? Fact(SurveyFact fact) => SurveyFacts.Columns(fact).Select(Find).FirstOrDefault(column => column is not null) is { } column
            ? Given(column)
            : null;

        string? Given(string column) => cell(column) is { Length: > 0 } value ? value : null;
    }

    /// <summary>The names of the score's column.</summary>
    public static string ScoreName(ScoreQuestion question) => string.Join(" or ", ScoreNames(question));

    private static IEnumerable<string> ScoreNames(ScoreQuestion question) =>
        Scales.Columns(question).Prepend(question.Fields[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    private string? Find(string name) =>
        _header.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
}

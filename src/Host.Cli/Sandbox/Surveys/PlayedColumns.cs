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

    /// <summary>The fields of other answers that the file has.</summary>
    public IReadOnlyList<string> Others { get; }

    /// <summary>Why the score was not found; <c>null</c> where an answer to one of the policy's questions was.</summary>
    public string? Missing => Score is not null || _policy.Question.Fields.Any(Others.Contains)
        ? null
        : $"no column {ScoreName(_policy.Question)}. The columns are: {string.Join(", ", _header)}."
            + Scales.Hint(_header, _policy.Question);

    /// <summary>The names of the score's column.</summary>
    public static string ScoreName(ScoreQuestion question) => string.Join(" or ", ScoreNames(question));

    /// <summary>The column of a fact; <c>null</c> where the file has none.</summary>
    public string? Of(SurveyFact fact) => SurveyFacts.Columns(fact).Select(Find).FirstOrDefault(column => column is not null);

    private static IEnumerable<string> ScoreNames(ScoreQuestion question) =>
        Scales.Columns(question).Prepend(question.Fields[0]).Distinct(StringComparer.OrdinalIgnoreCase);

    private string? Find(string name) =>
        _header.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
}

namespace CxoneAssist.Domain.Lint;

/// <summary>
/// The scores that can count where an override applies, as far as its conditions on the score's own
/// fields say.
/// </summary>
internal sealed class ScoresAskedFor
{
    private readonly ScoreQuestion _question;
    private readonly List<AnswerCondition> _conditions;
    private readonly IEnumerable<decimal> _bounds;

    public ScoresAskedFor(FollowUpPolicy policy, PolicyOverride one)
    {
        _question = policy.Question;
        _conditions = [.. one.When.OfType<AnswerCondition>().Where(condition => Counts(condition.Field))];
        _bounds = policy.Tiers.All.Concat(one.Tiers.All).Select(tier => tier.Bound).OfType<decimal>();
    }

    /// <summary>
    /// A score of each stretch of the scale that any tier or condition tells apart, the worst
    /// first.
    /// </summary>
    public IEnumerable<decimal> All()
    {
        List<decimal> edges = [.. Edges().Where(_question.IsOnScale).Distinct().Order()];
        var stretches = edges.Concat(edges.Zip(edges.Skip(1), (one, next) => (one / 2) + (next / 2)));
        return _question.Direction == ScaleDirection.LowIsWorse ? stretches.Order() : stretches.OrderDescending();
    }

    /// <summary>Whether the override can apply where a score counts.</summary>
    public bool Has(decimal score) => _conditions.TrueForAll(condition => Allows(condition, score));

    // Of several fields the answer to one says nothing of the score that counts where another comes
    // first.
    private bool Counts(string field) =>
        _question.Fields.Take(_question.Combine == ScoreCombination.First ? 1 : _question.Fields.Count).Contains(
            field, StringComparer.OrdinalIgnoreCase);

    // Where the worst counts, another field can have a worse one.
    private bool IsAlone => _question.Fields.Count == 1 || _question.Combine == ScoreCombination.First;

    private bool Allows(AnswerCondition condition, decimal score) => condition switch
    {
        AnswerInRange range => (!(score <= range.Above)
            || (!IsAlone && _question.Direction == ScaleDirection.LowIsWorse))
            && (!(score >= range.Below) || (!IsAlone && _question.Direction == ScaleDirection.HighIsWorse)),
        AnswerIsOneOf one => Scores(one).Any(value => value == score || (!IsAlone && _question.IsWorse(score, value))),
        _ => true,
    };

    private IEnumerable<decimal> Edges() => _bounds
        .Concat(
        _conditions.OfType<AnswerInRange>().SelectMany(range => new[] { range.Above, range.Below }).OfType<decimal>())
        .Concat(_conditions.OfType<AnswerIsOneOf>().SelectMany(Scores))
        .Concat([_question.Min, _question.Max]);

    private IEnumerable<decimal> Scores(AnswerIsOneOf one) =>
        one.Values.Select(value => _question.TryNumber(value, out var score) ? score : (decimal?)null).OfType<decimal>();
}

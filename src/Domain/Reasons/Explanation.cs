using static System.FormattableString;

namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// Puts a decision's steps into sentences, in the order a person would check them.
/// </summary>
internal sealed class Explanation(FollowUpPolicy policy, PolicyInput? input)
{
    private readonly List<string> _sentences = [$"Policy '{policy.Name}', version {policy.ShortHash}."];

    private ScoreQuestion Question => policy.Question;

    public IReadOnlyList<string> OfTask(FollowUpRequired task)
    {
        Inputs(task.Score);
        _sentences.AddRange(new OverrideReasons(policy, input).Write(task.Override));
        var tiers = task.Override?.Tiers ?? policy.Tiers;
        _sentences.AddRange(tiers.All.TakeWhile(tier => tier != task.Tier).Select(tier => Rejected(tier, task.Score)));
        _sentences.Add(Applies(task));
        if (input is not null && task.Due.Inputs is { } inputs)
        {
            _sentences.AddRange(new UnusedTimeReasons(input, inputs).Write(task.Due.Base));
        }

        _sentences.AddRange(task.Due.Steps);
        return _sentences;
    }

    public IReadOnlyList<string> OfNone(NoFollowUp none)
    {
        if (none.Score is not { } score)
        {
            Fields();
            _sentences.Add($"Unanswered: {none.Reason}. No task.");
            return _sentences;
        }

        Inputs(score);
        _sentences.AddRange(new OverrideReasons(policy, input).Write(none.Override));
        _sentences.AddRange((none.Override?.Tiers ?? policy.Tiers).All.Select(tier => Rejected(tier, score)));
        _sentences.Add("No tier applies: no task.");
        return _sentences;
    }

    public IReadOnlyList<string> OfReview(ReviewRequired review)
    {
        Fields();
        _sentences.Add($"Review needed: {WithAnswers(review.Reason)}.");
        return _sentences;
    }

    private void Inputs(decimal score)
    {
        Fields();
        var scale = Invariant($"on a scale from {Number(Question.Min)} to {Number(Question.Max)}");
        var worse = Question.Direction == ScaleDirection.HighIsWorse ? ", where more is worse" : "";
        _sentences.Add(Invariant($"{Counting()} is {score}{Label(score)} {scale}{worse}."));
    }

    private void Fields()
    {
        if (UnusedTimeReasons.Unread(input?.Form) is { } unread)
        {
            _sentences.Add(unread);
        }

        // With one field the sentence on the score says it all.
        if (input is null || Question.Fields.Count == 1)
        {
            return;
        }

        foreach (var field in Question.Fields)
        {
            _sentences.Add(ScoreReader.ReadField(Question, field, input.Form) switch
            {
                SatisfactionScore.Answered answered => Invariant(
                    $"{field} is {answered.Value}{Label(answered.Value)}."),
                SatisfactionScore.Unanswered unanswered => Sentence(unanswered.Reason, field),
                SatisfactionScore.Invalid invalid => Sentence(WithAnswers(invalid.Reason), field),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
    }

    private string WithAnswers(string reason) =>
        input is not null
            && Question.Fields.FirstOrDefault(field => reason == ScoreReader.Contradictory(field)) is { } contradictory
            ? $"{reason}: {ScoreReader.Answers(contradictory, input.Form)}"
            : reason;

    // A field keeps the case of its name.
    private static string Sentence(string reason, string field) =>
        (reason.StartsWith(field, StringComparison.Ordinal) ? reason : char.ToUpperInvariant(reason[0]) + reason[1..])
            + ".";

    private string Counting()
    {
        if (Question.Fields.Count == 1 || input is null
            || Question.Read(input.Form) is not SatisfactionScore.Answered counts)
        {
            return Question.Field;
        }

        return Question.Combine == ScoreCombination.First
            ? $"The first answered counts: {counts.Field}"
            : $"The worst counts: {counts.Field}";
    }

    private string Label(decimal score) =>
        Question.Labels.Where(label => label.Value == score).Select(label => label.Key).Order(
            StringComparer.Ordinal).FirstOrDefault() is { } word
            ? $" ('{word}')"
            : "";

    private string Rejected(Tier tier, decimal score) =>
        Invariant($"Tier '{tier.Name}' does not apply: {score} is not {Beyond} {Number(tier.Bound)}.");

    private string Applies(FollowUpRequired task)
    {
        var why = task.Tier.Bound is null
            ? "is for all other scores"
            : Invariant($"applies: {task.Score} is {Beyond} {Number(task.Tier.Bound)}");
        return $"Tier '{task.Tier.Name}' {why}, so priority {task.Tier.Priority}, due after {task.Tier.Due}.";
    }

    private string Beyond => Question.Direction == ScaleDirection.LowIsWorse ? "below" : "above";

    private static string Number(decimal? number) => Invariant($"{number:0.############################}");
}

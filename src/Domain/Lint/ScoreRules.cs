namespace CxoneAssist.Domain.Lint;

/// <summary>Scores that a policy takes for no answer.</summary>
internal static class ScoreRules
{
    public static void Check(Findings findings)
    {
        foreach (var answer in findings.Question.Unanswered.Where(answer => IsScore(findings.Question, answer)))
        {
            findings.Warn(
                "unanswered-score", ["score", "unanswered"],
                $"'{answer}' is a score of the scale and is taken for no answer: a customer who gives it gets no task.",
                "Take it out of 'unanswered', or change the scale.");
        }
    }

    private static bool IsScore(ScoreQuestion question, string answer) =>
        ScoreText.TryRead(answer, out var score) && question.IsOnScale(score);
}

using CxoneAssist.Domain;
using CxoneAssist.Domain.PolicyFile.Repairs;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>What the answers of a command line have that a policy cannot use: a misspelt field, a decimal comma.</summary>
internal static class AnswerNotes
{
    /// <summary>A sentence for each answer to a field that the policy does not ask for.</summary>
    public static IEnumerable<string> Unused(FollowUpPolicy policy, IEnumerable<FormResponse> answers)
    {
        List<string> asked = [.. Fields(policy).Select(field => NormalForm.Compose(field.Trim())).Distinct(StringComparer.OrdinalIgnoreCase)];
        return answers.Select(answer => NormalForm.Compose(answer.FieldName.Trim()))
            .Where(field => !asked.Contains(field, StringComparer.OrdinalIgnoreCase))
            .Select(field => $"--response {SafeText.Clean(field)} is not used: the policy asks for no such field."
                + (NearestName.DidYouMean(field, asked) is { Length: > 0 } hint ? hint : $" It asks for {string.Join(", ", asked)}."));
    }

    /// <summary>The sentence for a score with a decimal comma, which is not read as a number.</summary>
    public static IEnumerable<string> DecimalComma(FollowUpDecision decision, string? score)
    {
        if (decision is not (FollowUpRequired or NoFollowUp) && score?.Contains(',', StringComparison.Ordinal) == true
            && NumberRepair.Find(score) is { } number)
        {
            yield return $"The score is read with a decimal point: write --score {number} if that is meant.";
        }
    }

    private static IEnumerable<string> Fields(FollowUpPolicy policy) => policy.Question.Fields.Concat(
        policy.Overrides.SelectMany(one => one.When).OfType<AnswerCondition>().Select(condition => condition.Field));
}

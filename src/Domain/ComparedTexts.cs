using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain;

/// <summary>The texts of a policy that are compared with facts, field names and answers.</summary>
internal static class ComparedTexts
{
    /// <summary>Each text with the steps to its place in the policy's file.</summary>
    public static IEnumerable<(object[] Steps, string Text)> WithPlaces(FollowUpPolicy policy)
    {
        var question = policy.Question;
        var field = question.Fields.Count == 1 ? "field" : "fields";
        return question.Fields.Select(text => ((object[])["score", field], text))
            .Concat(question.Labels.Keys.Select(text => ((object[])["score", "labels", text], text)))
            .Concat(question.Unanswered.Select(text => ((object[])["score", "unanswered"], text)))
            .Concat(policy.Overrides.SelectMany((one, index) => one.When.SelectMany(InCondition)
                .Select(at => ((object[])["overrides", index, "when", .. at.Steps], at.Text))));
    }

    /// <summary>Those that may be written in two ways.</summary>
    public static IEnumerable<(object[] Steps, string Text)> Ambiguous(FollowUpPolicy policy) =>
        WithPlaces(policy).Where(at => NormalForm.MayBeAmbiguous(at.Text));

    /// <summary>The places of those that may be written in two ways, as JSON paths, each once.</summary>
    public static IReadOnlyList<string> AmbiguousPlaces(FollowUpPolicy policy) =>
        [.. Ambiguous(policy).Select(at => Path(at.Steps)).Distinct()];

    private static IEnumerable<(object[] Steps, string Text)> InCondition(FollowUpCondition condition) =>
        condition switch
        {
            FactCondition fact => fact.Values.Select(text => ((object[])[fact.FactName], text)),
            AnswerCondition answer => (answer is AnswerIsOneOf one ? one.Values : []).Prepend(answer.Field)
                .Select(text => ((object[])["responses", answer.Field], text)),
            _ => [],
        };

    private static string Path(object[] steps) => steps.Aggregate(
        JsonPath.Root, (path, step) => step is int item ? path.Item(item) : path.Member((string)step)).ToString();
}

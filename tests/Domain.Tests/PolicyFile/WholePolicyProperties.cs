using System.Globalization;
using CsCheck;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>The invariants of a policy, over policies that use everything.</summary>
internal sealed class WholePolicyProperties
{
    private static readonly Gen<(FollowUpPolicy Policy, PolicyInput Facts, DateTimeOffset Now)> Case =
        from policy in ArbitraryPolicy.Any
        from facts in Facts(policy)
        from now in Arbitrary.Time
        select (policy, facts, now);

    private const int Cases = 2_000;

    [Test]
    public void Decide_AnyPolicyAndAnyFacts_GivesADecisionWithItsReasons() => Case.ShouldHold(one =>
        one.Policy.Decide(one.Facts, one.Now) is (FollowUpRequired or NoFollowUp or ReviewRequired) and { Reasons.Count: > 1 } decision
            && decision.Reasons.All(reason => reason.EndsWith('.') && !reason.Any(char.IsControl)), Cases);

    [Test]
    public void Decide_TheSameTwice_GivesAnEqualDecisionWithEqualReasons() => Case.ShouldHold(one =>
        one.Policy.Decide(one.Facts, one.Now) is var first && one.Policy.Decide(one.Facts with { }, one.Now) is var second
            && first == second && first.Reasons.SequenceEqual(second.Reasons), Cases);

    [Test]
    public void Decide_PolicyWrittenAndReadAgain_DecidesTheSameForTheSameReasons() => Case.ShouldHold(one =>
    {
        var again = FollowUpPolicyFile.Read(FollowUpPolicyFile.Write(one.Policy)).Policy!;
        return one.Policy.Decide(one.Facts, one.Now).Reasons.SequenceEqual(again.Decide(one.Facts, one.Now).Reasons);
    }, Cases);

    [Test]
    public void Decide_TaskOwed_LeavesTheNotice() => Case.ShouldHold(one =>
        one.Policy.Decide(one.Facts, one.Now) is not FollowUpRequired task
            || task.Due.At >= one.Policy.MinimumLeadTime.After(one.Now, one.Policy.Calendar), Cases);

    [Test]
    public void Decide_TaskOwed_IsOfTheFirstOverrideThatAppliesAndTheFirstTierBeyondTheScore() => Case.ShouldHold(one =>
    {
        if (one.Policy.Decide(one.Facts, one.Now) is not FollowUpRequired task)
        {
            return true;
        }

        var expected = one.Policy.Overrides.FirstOrDefault(candidate => candidate.When.All(condition => condition.Holds(one.Facts)));
        var tiers = expected?.Tiers ?? one.Policy.Tiers;
        return task.Override == expected && task.Tier == tiers.All.First(tier =>
            tier.Bound is not { } bound || (one.Policy.Question.Direction == ScaleDirection.LowIsWorse ? task.Score < bound : task.Score > bound));
    }, Cases);

    // Within one list of tiers whose durations have one unit, and which lint finds nothing against.
    [Test]
    public void Decide_WorseScore_NeverMattersLessNorMayWaitLonger() =>
        (from policy in ArbitraryPolicy.Any
         from facts in Facts(policy)
         from scores in Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100])
         from now in Arbitrary.Time
         select (policy, facts, scores, now)).ShouldHold(one =>
        {
            var question = one.policy.Question;
            var (a, b) = (Score(question, one.scores.Item1), Score(question, one.scores.Item2));
            var (worse, better) = question.IsWorse(a, b) ? (a, b) : (b, a);
            return (Decide(one.policy, one.facts, worse, one.now), Decide(one.policy, one.facts, better, one.now)) switch
            {
                (FollowUpRequired x, FollowUpRequired y) when InOrder(one.policy, x.Override) =>
                    x.Tier.Priority >= y.Tier.Priority && x.Due.At <= y.Due.At,
                (NoFollowUp x, FollowUpRequired y) => x.Score is null || x.Override != y.Override,
                _ => true,
            };
        }, Cases);

    private static bool InOrder(FollowUpPolicy policy, PolicyOverride? applied)
    {
        var tiers = (applied?.Tiers ?? policy.Tiers).All.ToList();
        return tiers.Select(tier => tier.Due.Unit).Distinct().Count() == 1
            && tiers.Zip(tiers.Skip(1)).All(pair => pair.First.Priority >= pair.Second.Priority && pair.First.Due.Amount <= pair.Second.Due.Amount);
    }

    private static decimal Score(ScoreQuestion question, int hundredth) => question.Min + ((question.Max - question.Min) * hundredth / 100);

    private static FollowUpDecision Decide(FollowUpPolicy policy, PolicyInput facts, decimal score, DateTimeOffset now)
    {
        var answer = new FormResponse(policy.Question.Fields[0], score.ToString(CultureInfo.InvariantCulture));
        return policy.Decide(facts with { Form = facts.Form with { Responses = [answer] } }, now);
    }

    // Values that the policy asks for, so that its conditions hold sometimes.
    private static Gen<PolicyInput> Facts(FollowUpPolicy policy)
    {
        var conditions = policy.Overrides.SelectMany(one => one.When).ToList();
        Gen<string?> Value(InteractionFact fact) => Gen.OneOf(
        [
            null, "other",
            .. conditions.OfType<FactCondition>().Where(one => one.Fact == fact)
                .SelectMany(one => one.Values.Select(value => value.ToUpperInvariant())),
        ]);
        var fields = Gen.OneOf<string>([.. policy.Question.Fields, .. conditions.OfType<AnswerCondition>().Select(one => one.Field), "other"]);
        var answers = Gen.OneOf(
            Gen.OneOf<string?>(
            [
                null, "", .. policy.Question.Labels.Keys, .. policy.Question.Unanswered,
                .. conditions.OfType<AnswerIsOneOf>().SelectMany(one => one.Values),
            ]),
            Gen.Int[0, 100].Select(hundredth => (string?)Score(policy.Question, hundredth).ToString(CultureInfo.InvariantCulture)),
            Arbitrary.Answer);
        return from values in Gen.Select(
                   Value(InteractionFact.Skill), Value(InteractionFact.Queue), Value(InteractionFact.Channel), Value(InteractionFact.Language))
               from ids in Gen.Select(Value(InteractionFact.AgentId), Value(InteractionFact.CustomerId))
               from form in Gen.Select(fields, answers, (field, answer) => new FormResponse(field, answer)).Array[0, 5]
               from times in Gen.Select(Arbitrary.Time.Nullable(), Arbitrary.Time.Nullable(), Arbitrary.Time)
               select new PolicyInput(
                   new CompletedInteraction("interaction-1", ids.Item1 ?? "agent-1")
                   {
                       CompletedAt = times.Item1,
                       CustomerId = ids.Item2,
                       Skill = values.Item1,
                       Queue = values.Item2,
                       Channel = values.Item3,
                       Language = values.Item4,
                   },
                   times.Item3,
                   new PostInteractionForm(form, times.Item2));
    }
}

using System.Text;

namespace CxoneAssist.Domain.Tests;

/// <summary>An é is one character on the one side, and a letter with an accent on the other: both ways round.</summary>
[TestFixture("caf\u00e9", "cafe\u0301")]
[TestFixture("cafe\u0301", "caf\u00e9")]
[TestFixture("\ud55c", "\u1112\u1161\u11ab")]
internal sealed class NormalFormTests(string policys, string theirs)
{
    private static readonly TierList None = new([new Tier("never", 1, TaskPriority.Low, new FollowUpDuration(1, DurationUnit.Days))]);

    private PolicyInput Facts => new(
        new CompletedInteraction("i-1", theirs)
        {
            CustomerId = theirs, Skill = theirs, Queue = $" {theirs} ", Channel = theirs, Language = theirs.ToUpperInvariant(),
        },
        DateTimeOffset.UnixEpoch,
        new PostInteractionForm([new("score", "2"), new(theirs, theirs), new(theirs + "2", "7")]));

    [Test]
    public void FactCondition_WrittenOtherwise_Holds([Values] InteractionFact fact) =>
        AssertApplies(new FactCondition(fact, ["other", policys]));

    [Test]
    public void AnswerCondition_FieldOrAnswerWrittenOtherwise_Holds()
    {
        AssertApplies(new AnswerIsOneOf(policys, ["other", policys]));
        AssertApplies(new AnswerGiven(policys, true));
        AssertApplies(new AnswerInRange(policys + "2", 3, null));
    }

    [Test]
    public void Question_FieldLabelOrNoAnswerWrittenOtherwise_IsRead()
    {
        var labelled = new ScoreQuestion(policys, 1, 5) { Labels = new Dictionary<string, decimal> { [policys] = 2 } };
        var unanswered = new ScoreQuestion([policys], 1, 5) { Unanswered = [policys] };

        Assert.That(Decide(labelled), Is.TypeOf<FollowUpRequired>().With.Property("Score").EqualTo(2));
        Assert.That(Decide(unanswered), Is.TypeOf<NoFollowUp>());
    }

    [Test]
    public void Reasons_OfAnAnswerWrittenOtherwise_QuoteIt() => Assert.That(
        Decide(new ScoreQuestion(policys, 1, 5)).Reasons,
        Has.Some.Contains($"'{policys.Normalize()}'"));

    [Test]
    public void Policy_WrittenOtherwise_IsTheSameByItsHash() =>
        Assert.That(Read(policys).Policy!.Hash, Is.EqualTo(Read(theirs).Policy!.Hash));

    [TestCase("\"fields\": [\"P\", \"T\"]", "$.score.fields[1]")]
    [TestCase("\"field\": \"s\", \"labels\": { \"P\": 1, \"T\": 2 }", "$.score.labels['T']")]
    [TestCase("\"field\": \"s\", \"labels\": { \"P\": 1 }, \"unanswered\": [\"T\"]", "$.score.unanswered[0]")]
    public void File_SameTextTwice_IsRefused(string score, string path)
    {
        var reading = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(Filled(
            $$"""{ "name": "n", "score": { {{score}}, "min": 1, "max": 5 }, "tiers": [ { "name": "t", "below": 3, "priority": "Low", "due": "1d" } ] }""")));

        Assert.That(reading.Problems.Select(problem => problem.Path), Is.EqualTo(new[] { Filled(path) }));
    }

    [Test]
    public void File_SameFieldTwiceInACondition_IsRefused() => Assert.That(
        Read($$"""{{policys}}": ["a"], "{{theirs}}""").Problems.Select(problem => problem.Path),
        Is.EqualTo(new[] { $"$.overrides[0].when.responses['{theirs}']" }));

    [Test]
    public void Lint_WhereTextsCanBeComposed_SaysNothingOfThem() =>
        Assert.That(Lint(composes: true), Is.Empty);

    [Test]
    public void Lint_WhereTextsCannotBeComposed_NamesEachPlace() => Assert.That(
        Lint(composes: false).Select(finding => (finding.Severity, finding.Rule, finding.Path)),
        Is.EqualTo(new[]
        {
            (FindingSeverity.Warning, "not-normalised", $"$.overrides[0].when.responses['{policys.Normalize()}']"),
        }));

    private string Filled(string text) => text.Replace("P", policys, StringComparison.Ordinal).Replace("T", theirs, StringComparison.Ordinal);

    private IReadOnlyList<PolicyFinding> Lint(bool composes) =>
        PolicyLint.Check(Read(policys.Normalize()), new DateOnly(2026, 11, 25), composes);

    private static PolicyReadResult Read(string field) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes($$"""
        { "name": "n", "score": { "field": "s", "min": 1, "max": 5 },
          "overrides": [ { "name": "o", "when": { "responses": { "{{field}}": ["b"] } },
                           "tiers": [ { "name": "u", "below": 3, "priority": "Low", "due": "1d" } ] } ],
          "tiers": [ { "name": "t", "below": 3, "priority": "Low", "due": "1d" } ] }
        """));

    private FollowUpDecision Decide(ScoreQuestion question, params PolicyOverride[] overrides) => new FollowUpPolicy(
        "n", question, FollowUpPolicy.Default.Tiers, new FollowUpDuration(0, DurationUnit.Hours), overrides: overrides)
        .Decide(Facts, DateTimeOffset.UnixEpoch);

    private void AssertApplies(FollowUpCondition condition) => Assert.That(
        Decide(new ScoreQuestion("score", 1, 5), new PolicyOverride("o", [condition], None)),
        Is.TypeOf<NoFollowUp>().With.Property("Override").Not.Null);
}

using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed class ReadingDetailsTests
{
    [Test]
    public void Read_ByteOrderMark_MovesNoPlace()
    {
        const string Text = """{ "nonsense": 1 }""";

        Assert.That(Read("\uFEFF" + Text).Problems.Select(one => one.ToString()), Is.EqualTo(Read(Text).Problems.Select(one => one.ToString())));
    }

    [Test]
    public void Read_NamesAndValues_AreTrimmed()
    {
        var policy = Read("""
            { "name": " shop ", "score": { "field": " csat ", "min": 1, "max": 5, "labels": { " poor ": 1 } },
              "tiers": [ { "name": " low ", "below": 3, "priority": "High", "due": "1d" } ],
              "overrides": [ { "name": " vip ", "when": { "skill": [" vip "], "responses": { " issue ": [" no "] } }, "tiers": [] } ],
              "assignTo": { "fallback": " q-7 " } }
            """).Policy!;

        Assert.That((policy.Name, policy.Question.Field, policy.Tiers.Tiers[0].Name), Is.EqualTo(("shop", "csat", "low")));
        Assert.That((policy.Question.Labels.Keys.Single(), policy.Overrides[0].Name, policy.FallbackAssignee), Is.EqualTo(("poor", "vip", "q-7")));
        Assert.That(((FactCondition)policy.Overrides[0].When[0]).Values, Is.EqualTo(new List<string> { "vip" }));
        Assert.That(((AnswerIsOneOf)policy.Overrides[0].When[1]).Field, Is.EqualTo("issue"));
    }

    [Test]
    public void Read_UnansweredNullAndEmpty_AreWhatEveryPolicyTakesForNone()
    {
        var policy = Read(WithScore("""{ "field": "csat", "min": 1, "max": 5, "unanswered": [null, "", " ", "N/A", "n/a", "-"] }""")).Policy!;

        Assert.That(policy.Question.Unanswered, Is.EqualTo(new List<string> { "N/A", "-" }));
    }

    [TestCase("worst", ScoreCombination.Worst)]
    [TestCase("first", ScoreCombination.First)]
    public void Read_SeveralFields_AreCombinedAsWritten(string combine, ScoreCombination expected)
    {
        var question = Read(WithScore($$"""{ "fields": ["a", "b"], "combine": "{{combine}}", "min": 1, "max": 5 }""")).Policy!.Question;

        Assert.That((question.Combine, question.Field), Is.EqualTo((expected, "a+b")));
    }

    [TestCase("mon", "Monday")]
    [TestCase("mon-wed,fri", "Monday Tuesday Wednesday Friday")]
    [TestCase("sat,sun", "Saturday Sunday")]
    [TestCase("fri - sun", "Friday Saturday Sunday")]
    [TestCase("mon-sun", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")]
    public void Read_DaysOfTheWeek_AreThoseNamed(string days, string expected)
    {
        var calendar = Read(WithCalendar($$"""{ "{{days}}": ["09:00-17:00"] }""")).Policy!.Calendar!;

        Assert.That(calendar.Week.Keys, Is.EquivalentTo(expected.Split(' ').Select(Enum.Parse<DayOfWeek>)));
    }

    [TestCase("")]
    [TestCase("Mon")]
    [TestCase("monday")]
    [TestCase("mon-")]
    [TestCase("mon-mon")]
    [TestCase("mon,")]
    [TestCase("mon-tue-wed")]
    [TestCase("sun-mon")]
    public void Read_OtherDays_AreRefused(string days) => Assert.That(
        Read(WithCalendar($$"""{ "{{days}}": ["09:00-17:00"] }""")).Problems.Single().Message,
        Does.StartWith("Expected days of the week"));

    [TestCase("notcie", " Did you mean 'notice'?")]
    [TestCase("Notice", " Did you mean 'notice'?")]
    [TestCase("notices", " Did you mean 'notice'?")]
    [TestCase("suppression", " Write it as one of these if it is meant as one; else take it out, or make it a comment.")]
    [TestCase("n", " Write it as one of these if it is meant as one; else take it out, or make it a comment.")]
    [TestCase("", " Write it as one of these if it is meant as one; else take it out, or make it a comment.")]
    public void Read_UnknownMember_IsHelpedOnWhereItIsNearAKnownOne(string member, string remedy) => Assert.That(
        Read(WithScore("""{ "field": "csat", "min": 1, "max": 5 }""").Replace("\"tiers\"", $"\"{member}\": 1, \"tiers\"", StringComparison.Ordinal))
            .Problems.Single().Message,
        Does.EndWith(remedy));

    [Test]
    public void Path_MemberOfAnyName_IsQuotedOnOneLine() => Assert.That(
        Read("""{ "it's\na \"name\"": 1 }""").Problems.Select(problem => problem.Path), Has.Member("$['it\\'s\ufffda \"name\"']"));

    private static string WithScore(string score) =>
        $$"""{ "name": "shop", "score": {{score}}, "tiers": [ { "name": "low", "below": 3, "priority": "High", "due": "1d" } ] }""";

    private static string WithCalendar(string hours) => WithScore("""{ "field": "csat", "min": 1, "max": 5 }""")
        .Replace("\"tiers\"", $$""" "calendar": { "zone": "UTC", "hours": {{hours}} }, "tiers" """, StringComparison.Ordinal);

    private static PolicyReadResult Read(string text) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(text));
}

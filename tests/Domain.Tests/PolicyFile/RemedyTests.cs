using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>
/// A remedy keeps the meaning of what was written; where no repair does, it asks for the value that is meant.
/// </summary>
internal sealed class RemedyTests
{
    private const string AsMeant = "Write the time that is meant in one of these forms.";
    private const string Calendar = "\"calendar\": { \"zone\": \"UTC\", \"hours\": { \"mon-fri\": [\"09:00-17:00\"] } }";

    [TestCase("1.5bh", "Business time is counted in whole numbers only: write \"1bh\" or \"2bh\".")]
    [TestCase("1,5bh", "Business time is counted in whole numbers only: write \"1bh\" or \"2bh\".")]
    [TestCase("2.5 business days", "Business time is counted in whole numbers only: write \"2bd\" or \"3bd\".")]
    [TestCase("0.5bh", "Business time is counted in whole numbers only: write \"1bh\", or elapsed time.")]
    [TestCase("1.5m", AsMeant)]
    [TestCase("90 business minutes", AsMeant)]
    [TestCase("1.500h", AsMeant)]
    [TestCase("1,500 minutes", AsMeant)]
    [TestCase("1bd 2bh", AsMeant)]
    [TestCase("soon", AsMeant)]
    [TestCase("-1d", AsMeant)]
    [TestCase("1d 12h", "Write \"notice\": \"36h\".")]
    [TestCase("2 días", "Write \"notice\": \"2d\".")]
    public void Duration_ThatIsNone_KeepsItsTimeOrAsksForIt(string written, string remedy) =>
        Assert.That(Remedies($"\"notice\": \"{written}\", {Calendar}"), Is.EqualTo(new List<string> { remedy }));

    [TestCase("3 días", "Write \"within\": \"3d\".")]
    [TestCase("3d 2h", "Write \"within\": \"74h\".")]
    [TestCase("two weeks", AsMeant)]
    [TestCase("3bd", "Business time is not counted here: write the elapsed time that is meant, in m, h, d or w.")]
    [TestCase("1.5bd", "Business time is not counted here: write the elapsed time that is meant, in m, h, d or w.")]
    [TestCase("0d", "Write the time that is meant, or take 'suppress' out.")]
    public void Within_ThatIsNone_KeepsItsTimeOrAsksForIt(string written, string remedy) => Assert.That(
        Remedies($$"""  "suppress": { "per": "customerId", "within": "{{written}}" }  """), Is.EqualTo(new List<string> { remedy }));

    [TestCase("true", "Write \"comment\": { \"present\": true } for any answer, or \"comment\": [\"true\"] for that one.")]
    [TestCase("false", "Write \"comment\": { \"absent\": true } for no answer, or \"comment\": [\"false\"] for that one.")]
    [TestCase("null", "Write \"comment\": { \"absent\": true } for no answer.")]
    [TestCase("3", "Write \"comment\": [\"3\"].")]
    [TestCase("\"no\"", "Write \"comment\": [\"no\"].")]
    [TestCase("\"no, never\"", "Write \"comment\": [\"no\", \"never\"], or \"comment\": [\"no, never\"] where that is one value.")]
    [TestCase("[true]", "Write \"true\".")]
    [TestCase("{ \"present\": false }", "Write \"absent\": true, which is the opposite of 'present'.")]
    [TestCase("{ \"absent\": \"false\" }", "Write \"present\": true, which is the opposite of 'absent'.")]
    [TestCase("{ \"present\": \"yes\" }", "Write \"present\": true.")]
    [TestCase("{ \"equals\": \"no\" }", "Write \"comment\": [\"no\"] in place of the object.")]
    [TestCase("{ \"in\": [\"no\", \"never\"] }", "Write \"comment\": [\"no\", \"never\"] in place of the object.")]
    [TestCase("{ \"equals\": 3 }", "Write \"comment\": [\"3\"] in place of the object, or the numbers with 'below' and 'above'.")]
    [TestCase("{ \"is\": {} }", "For certain answers write a list in place of the object, like \"comment\": [\"no\"].")]
    public void Answer_InAnotherForm_KeepsItsCondition(string written, string remedy) => Assert.That(
        Remedies(Override($"\"responses\": {{ \"comment\": {written} }}")), Is.EqualTo(new List<string> { remedy }));

    [TestCase("\"segment\": [\"VIP\"]", "Where it is a field of the form, write \"responses\": { \"segment\": [\"VIP\"] }.")]
    [TestCase("\"segment\": \"VIP\"", "Where it is a field of the form, write \"responses\": { \"segment\": [\"VIP\"] }.")]
    [TestCase("\"segment\": true", "Where it is a field of the form, write \"responses\": { \"segment\": { \"present\": true } }.")]
    [TestCase("\"segment\": {}", "Where it is a field of the form, write it within 'responses'.")]
    [TestCase("\"skil\": [\"VIP\"]", "Did you mean 'skill'?")]
    public void When_AnUnknownCondition_IsProposedAsAnAnswer(string written, string remedy) =>
        Assert.That(Remedies(Override(written)), Is.EqualTo(new List<string> { remedy }));

    [TestCase("\"aviso\": \"2h\"", "Write it as one of these if it is meant as one; else take it out, or make it a comment.")]
    [TestCase("\"suppress\": { \"per\": \"agentId\", \"within\": \"1d\" }",
        "Write \"per\": \"customerId\" if repeated tasks for a customer are to be suppressed, or take 'suppress' out.")]
    [TestCase("\"suppress\": { \"per\": \"customerId\", \"within\": \"1d\", \"unless\": \"never\" }",
        "A worse score always gets a task, with \"unless\": \"worse\" and without 'unless': take it out if you accept that.")]
    [TestCase("\"assignTo\": { \"default\": \"queue-7\" }",
        "Each task goes to the agent first: write \"default\": \"agent\", and in 'fallback' who gets it where CXone refuses the agent.")]
    [TestCase("\"notice\": null", AsMeant)]
    [TestCase("\"assignTo\": { \"fallback\": [\"q\"] }", "Write what is meant in the form of \"fallback\": \"supervisor-queue-7\".")]
    public void Value_ThatTheFormatHasNot_IsNotReplacedByAnother(string section, string remedy) =>
        Assert.That(Remedies(section), Is.EqualTo(new List<string> { remedy }));

    [TestCase("\"mon-fri\": { \"from\": \"9:00\", \"to\": \"17:00\" }", "Write \"mon-fri\": [\"09:00-17:00\"].")]
    [TestCase("\"mon-fri\": [{ \"from\": \"9:00\", \"to\": \"17:00\" }]", "Write \"09:00-17:00\".")]
    [TestCase("\"mon-fri\": [{ \"open\": \"9:00\", \"close\": \"5 pm\" }]", "Write \"09:00-17:00\".")]
    [TestCase("\"mon-fri\": \"09:00-12:00, 13:00-17:00\"", "Write \"mon-fri\": [\"09:00-12:00\", \"13:00-17:00\"].")]
    public void Hours_InAnotherForm_KeepTheirTimes(string hours, string remedy) => Assert.That(
        Remedies($$"""  "calendar": { "zone": "UTC", "hours": { {{hours}} } }  """), Is.EqualTo(new List<string> { remedy }));

    [Test]
    public void Hours_WithoutDays_AskForTheDays() => Assert.That(
        Remedies("""  "calendar": { "zone": "UTC", "hours": { "from": "09:00", "to": "17:00" } }  """),
        Is.EqualTo(new List<string> { "Name the days that are meant: { \"mon-fri\": [\"09:00-17:00\"] }." }));

    private static string Override(string when) =>
        $$"""  "overrides": [ { "name": "vip", "when": { {{when}} }, "tiers": [] } ]  """;

    private static List<string> Remedies(string section)
    {
        var reading = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes($$"""
            { "name": "shop", "score": { "field": "csat", "min": 1, "max": 5 },
              "tiers": [ { "name": "low", "below": 3, "priority": "High", "due": "1d" } ],
              {{section}} }
            """));
        return [.. PolicyLint.Check(reading, new DateOnly(2026, 11, 25)).Select(finding => finding.Remedy)];
    }
}

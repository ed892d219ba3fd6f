using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>A number without a unit is no duration: one reads hours, the other days.</summary>
internal sealed class DurationUnitTests
{
    private const string Any = "a duration, a whole number with its unit: 30m, 4h, 1d, 2w, 4bh or 3bd";
    private const string Elapsed = "elapsed time, a whole number with its unit: 30m, 4h, 1d, 2w";

    [TestCase("\"due\": \"1d\"", "\"due\": 8", "$.tiers[0].due", Any, "the number 8", "8")]
    [TestCase("\"due\": \"1d\"", "\"due\": \"8\"", "$.tiers[0].due", Any, "the text '8'", "8")]
    [TestCase("\"due\": \"2d\"", "\"due\": 24", "$.otherwise.due", Any, "the number 24", "24")]
    [TestCase("\"due\": \"3d\"", "\"due\": \"0\"", "$.overrides[0].tiers[0].due", Any, "the text '0'", "0")]
    [TestCase("\"due\": \"4d\"", "\"due\": 1", "$.overrides[0].otherwise.due", Any, "the number 1", "1")]
    [TestCase("\"notice\": \"1h\"", "\"notice\": 1", "$.notice", Any, "the number 1", "1")]
    [TestCase("\"notice\": \"1h\"", "\"notice\": \"1\"", "$.notice", Any, "the text '1'", "1")]
    [TestCase("\"within\": \"14d\"", "\"within\": 14", "$.suppress.within", Elapsed, "the number 14", "14")]
    [TestCase("\"within\": \"14d\"", "\"within\": \"14\"", "$.suppress.within", Elapsed, "the text '14'", "14")]
    public void Read_NumberWithoutUnit_IsRefusedAndTheRemedyHasUnits(
        string written, string bare, string path, string expected, string what, string number)
    {
        var policy = Encoding.UTF8.GetBytes(Written.Replace(written, bare, StringComparison.Ordinal));
        var problem = FollowUpPolicyFile.Read(policy).Problems.Single();

        Assert.That(
            (problem.Path, problem.Message),
            Is.EqualTo((path, $"Expected {expected}, but {what} has no unit. Write \"{number}h\" or \"{number}d\", as it is meant.")));
        Assert.That((PolicySchema.Accepts(policy), PolicySchema.Accepts(Encoding.UTF8.GetBytes(Written))), Is.EqualTo((false, true)));
    }

    [TestCase("1.5", "the number 1.5")]
    [TestCase("-8", "the number -8")]
    [TestCase("\"\"", "the text ''")]
    [TestCase("true", "true")]
    public void Read_WhatUnitsWouldNotHelp_IsToldTheForm(string notice, string what) => Assert.That(
        FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(Written.Replace("\"1h\"", notice, StringComparison.Ordinal))).Problems.Single().Message,
        Is.EqualTo($"Expected {Any}, but this is {what}. Write the time that is meant in one of these forms."));

    private const string Written = """
        { "name": "shop", "score": { "field": "csat", "min": 1, "max": 5 },
          "tiers": [ { "name": "low", "below": 3, "priority": "High", "due": "1d" } ],
          "otherwise": { "name": "rest", "priority": "Low", "due": "2d" },
          "notice": "1h",
          "overrides": [ { "name": "vip", "when": { "skill": ["vip"] },
            "tiers": [ { "name": "vip", "below": 3, "priority": "High", "due": "3d" } ],
            "otherwise": { "name": "vip rest", "priority": "Low", "due": "4d" } } ],
          "suppress": { "per": "customerId", "within": "14d" } }
        """;
}

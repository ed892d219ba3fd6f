using System.Globalization;
using System.Text;

namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed class PolicyBoundsTests
{
    [Test]
    public void Read_FileOverOneMebibyte_IsRefusedUnread() =>
        AssertRefused(
            new string(' ', FollowUpPolicyFile.MaxBytes + 1),
            "(1,1) $: The file is larger than 1 MiB. No policy needs that much: check that it is the right file.");

    [Test]
    public void Read_FileOfExactlyOneMebibyte_IsRead()
    {
        var policy = Encoding.UTF8.GetString(FollowUpPolicyFile.Write(FollowUpPolicy.Default));

        Assert.That(Read(policy + new string(' ', FollowUpPolicyFile.MaxBytes - policy.Length)).Policy, Is.Not.Null);
    }

    [Test]
    public void Read_TooManyValues_IsRefused() => AssertRefused(
        $"[{string.Join(',', Enumerable.Repeat("0", 60_000))}]",
        "(1,100000) $: The file holds more than 50000 values. No policy needs that many: check that it is the right file.");

    [Test]
    public void Read_NestedWithoutEnd_IsRefused() => AssertRefused(
        new string('[', 500_000),
        "(1,17) $: The file holds more than 16 values one in the other. No policy needs that many: check that it is the right file.");

    [Test]
    public void Read_WrongEverywhere_ListsAHundredProblemsAndCountsTheRest()
    {
        var problems = Read("{ " + string.Join(", ", Enumerable.Range(0, 500).Select(number => $"\"x{number}\": 0")) + " }").Problems;

        Assert.That(problems, Has.Count.EqualTo(101));
        Assert.That(problems[^1].Message, Is.EqualTo("403 more problems are not listed. Fix these first."));
    }

    [TestCase("366d", true)]
    [TestCase("367d", false)]
    [TestCase("52w", true)]
    [TestCase("53w", false)]
    [TestCase("8784h", true)]
    [TestCase("8785h", false)]
    [TestCase("527040m", true)]
    [TestCase("527041m", false)]
    [TestCase("2147483647w", false)]
    public void Read_Duration_IsAYearAtMost(string due, bool taken)
    {
        var reading = Read(Written().Replace("\"1d\"", $"\"{due}\"", StringComparison.Ordinal));

        Assert.That(reading.Policy is not null, Is.EqualTo(taken));
        Assert.That(reading.Problems.Select(problem => problem.Message), Is.All.Contains("is longer than a year. Expected at most "));
    }

    [TestCase("tiers", 101)]
    [TestCase("overrides", 201)]
    public void Read_ListThatIsTooLong_IsRefused(string member, int count)
    {
        var items = string.Join(',', Enumerable.Repeat("{}", count));
        var text = member == "tiers"
            ? $$"""{ "name": "n", "score": { "field": "f", "min": 1, "max": 5 }, "tiers": [{{items}}] }"""
            : Written().Replace("\"notice\"", $"\"{member}\": [{items}], \"notice\"", StringComparison.Ordinal);

        var problem = Read(text).Problems.Single();

        Assert.That(problem.Path, Is.EqualTo("$." + member));
        Assert.That(problem.Message, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"of at most {count - 1}, but there are {count}")));
    }

    [TestCase(200, true)]
    [TestCase(201, false)]
    public void Read_Name_HasABoundedLength(int length, bool taken) => Assert.That(
        Read(Written().Replace("\"default\"", $"\"{new string('x', length)}\"", StringComparison.Ordinal)).Policy is not null, Is.EqualTo(taken));

    private static string Written() => Encoding.UTF8.GetString(FollowUpPolicyFile.Write(FollowUpPolicy.Default));

    private static void AssertRefused(string text, string problem) =>
        Assert.That(Read(text).Problems.Select(one => one.ToString()), Is.EqualTo(new[] { problem }));

    private static PolicyReadResult Read(string text) => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(text));
}

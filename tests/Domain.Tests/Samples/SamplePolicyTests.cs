using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxoneAssist.Domain.Tests.Samples;

internal sealed class SamplePolicyTests
{
    private const int Surveys = 3_000;
    private const int Shown = 12;

    private static readonly DateOnly Today = new(2026, 11, 25);

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    [Test]
    public void Samples_AreThere() => Assert.That(Names, Is.EqualTo("default nps retail vip-languages".Split(' ')));

    [TestCaseSource(nameof(Names))]
    public void Sample_IsTakenAndHasNoFinding(string name)
    {
        var reading = FollowUpPolicyFile.Read(Read(name));

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(PolicyLint.Check(reading, Today), Is.Empty);
    }

    [Test]
    public void DefaultSample_IsTheBuiltInPolicyInItsWrittenForm() =>
        Assert.That(Encoding.UTF8.GetString(Read("default")), Is.EqualTo(Encoding.UTF8.GetString(FollowUpPolicyFile.Write(FollowUpPolicy.Default))));

    [TestCaseSource(nameof(Names))]
    public void Sample_OnGeneratedSurveys_DecidesAsRecorded(string name)
    {
        var policy = FollowUpPolicyFile.Read(Read(name)).Policy!;
        var actual = Result(policy);

        // To record anew after a change that is meant: CXONEASSIST_RECORD=<folder of this file>.
        if (Environment.GetEnvironmentVariable("CXONEASSIST_RECORD") is { } folder)
        {
            File.WriteAllText(Path.Combine(folder, name + ".txt"), actual);
        }

        Assert.That(actual, Is.EqualTo(File.ReadAllText(Path.Combine(Folder, name + ".txt"))));
    }

    [TestCaseSource(nameof(Names))]
    public void Sample_WrittenAndReadAgain_DecidesTheSame(string name)
    {
        var policy = FollowUpPolicyFile.Read(Read(name)).Policy!;
        var again = FollowUpPolicyFile.Read(FollowUpPolicyFile.Write(policy)).Policy!;

        Assert.That(again.Hash, Is.EqualTo(policy.Hash));
        Assert.That(Result(again), Is.EqualTo(Result(policy)));
    }

    private static string Result(FollowUpPolicy policy)
    {
        var lines = new GeneratedInteractions(policy.Question).Take(Surveys).Select(one => Line(policy.Decide(one.Facts, one.Now))).ToList();
        var counts = lines.GroupBy(line => line.Split('|')[0].Trim()).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count(),5}  {group.Key}"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        string[] all = [$"policy {policy.Name} {policy.Hash}", .. counts, "the first of them:", .. lines.Take(Shown), $"all of them: {hash}", ""];
        return string.Join('\n', all);
    }

    private static string Line(FollowUpDecision decision) => decision switch
    {
        FollowUpRequired task => string.Create(
            CultureInfo.InvariantCulture,
            $"{task.Override?.Name ?? "base"}: {task.Tier.Name}, {task.Tier.Priority} | {task.Score} on {task.Field}, ")
            + string.Create(CultureInfo.InvariantCulture, $"from {task.Due.CountedFrom:yyyy-MM-dd HH:mm} due {task.Due.At:yyyy-MM-dd HH:mm}"),
        NoFollowUp { Score: { } score } none => string.Create(CultureInfo.InvariantCulture, $"no task | {none.Override?.Name} {score}"),
        NoFollowUp none => $"unanswered | {none.Reason}",
        ReviewRequired review => $"review | {review.Reason}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

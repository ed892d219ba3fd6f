using System.Text;
using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Policies;

internal sealed class NewCommandTests
{
    private static readonly string Samples = Repository.At("samples", "policies");

    public static IEnumerable<string> Names => Directory.GetFiles(Samples, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!);

    [Test]
    public void Samples_AreThoseOfTheRepository() =>
        Assert.That(SamplePolicies.All.Select(one => one.Name), Is.EquivalentTo(Names));

    [TestCaseSource(nameof(Names))]
    public async Task New_WritesASample_AsPlainJsonOfTheSamePolicy(string name)
    {
        var run = await Tool.RunAsync("policy", "new", name);

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(() => JsonDocument.Parse(run.Output), Throws.Nothing, "strict: neither comments nor trailing commas");
        var policy = FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(run.Output)).Policy;
        Assert.That(policy?.Hash, Is.EqualTo(FollowUpPolicyFile.Read(await File.ReadAllBytesAsync(Path.Combine(Samples, name + ".json"))).Policy!.Hash));
        Assert.That(run.Output, Does.Not.Contain("$schema").And.Not.Contain("\\u"));
    }

    [Test]
    public async Task New_WithAnOutput_WritesANewFileAndReplacesNone()
    {
        using var temp = new TempFolder();
        string[] args = ["policy", "new", "nps", "--output", temp.At("mine.json")];

        var (first, second) = (await Tool.RunAsync(args), await Tool.RunAsync(args));
        var lint = await Tool.RunAsync("policy", "lint", temp.At("mine.json"));

        Assert.That((first.Code, lint.Code, second.Code), Is.EqualTo((0, 0, 2)));
        Assert.That(second.Errors, Is.EqualTo($"--output: {temp.At("mine.json")} is there already. Name a new file, or delete it.\n"));
    }

    [Test]
    public async Task New_OfAnUnknownSample_NamesTheNearestAndAll()
    {
        var run = await Tool.RunAsync("policy", "new", "reatil");

        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Is.EqualTo(
            "There is no sample 'reatil'. Did you mean retail? The samples are default, retail, nps, vip-languages; "
            + "the policy's own name is the member 'name' in the file.\n"));
    }
}

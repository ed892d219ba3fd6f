using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Policies;

/// <summary>What <c>policy explain</c> says about answers and times that were most likely not meant so.</summary>
internal sealed class ExplainCommandTests
{
    private static readonly string Retail = Repository.At("samples", "policies", "retail.json");

    [TestCase("issue_resolvd=no", "--response issue_resolvd is not used: the policy asks for no such field. Did you mean 'issue_resolved'?")]
    [TestCase("shoe_size=44", "--response shoe_size is not used: the policy asks for no such field. It asks for overall_satisfaction, issue_resolved.")]
    public async Task Response_ThatThePolicyDoesNotAskFor_IsSaid(string response, string sentence)
    {
        var run = await Explain("--score", "2", "--response", response);

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Does.Contain($"  - {sentence}\n"));
    }

    [TestCase("issue_resolved=no")]
    [TestCase("ISSUE_RESOLVED=no")]
    [TestCase(" issue_resolved =no")]
    [TestCase("Overall_Satisfaction=2")]
    public async Task Response_ThatThePolicyAsksFor_IsNoMatterForANote(string response) =>
        Assert.That((await Explain("--response", response)).Output, Does.Not.Contain("is not used"));

    [TestCase("2,5", "The score is read with a decimal point: write --score 2.5 if that is meant.")]
    [TestCase("very bad", null)]
    [TestCase("2,500", null)]
    [TestCase("2.5", null)]
    public async Task Score_WithADecimalComma_NamesTheFormThatIsRead(string score, string? sentence)
    {
        var run = await Explain("--score", score);

        Assert.That(run.Output, sentence is null ? Does.Not.Contain("decimal point") : Does.Contain($"  - {sentence}\n"));
    }

    [TestCase("tomorrow", "--at is not a time: 'tomorrow'. Write it like 2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00.\n")]
    [TestCase("23.12.2026", "--at has no time of day: '23.12.2026'. Add it, like 2026-12-23T16:40.\n")]
    [TestCase("2026-12-23", "--at has no time of day: '2026-12-23'. Add it, like 2026-12-23T16:40.\n")]
    [TestCase("03/04/2026 9:00", "--at can be two dates: '03/04/2026 9:00'. Write it like 2026-12-23T16:40, 2026-12-23 16:40:05 or 2026-12-23T16:40+01:00.\n")]
    public async Task Time_ThatIsNone_IsRepeatedWithWhatIsMissing(string at, string sentence)
    {
        var run = await Explain("--at", at);

        Assert.That((run.Code, run.Output, run.Errors), Is.EqualTo((2, "", sentence)));
    }

    private static Task<ToolRun> Explain(params string[] options) => Tool.RunAsync(["policy", "explain", Retail, .. options]);
}

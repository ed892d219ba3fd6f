using System.Text.RegularExpressions;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Running;

/// <summary>The command in a separate process, with the real host in another.</summary>
internal sealed partial class SandboxCommandTests
{
    [Test]
    public async Task Run_GeneratedSurveys_AgreesAndLeavesNothingBehind()
    {
        using var temp = new RunFolder();

        var (code, output, errors) = await RunAsync(temp, "--interactions", "40", "--seed", "3");

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("Agreed: CXone's ledger is what the policy says.").And.Not.Match(@"[^\P{Cc}\n]").And.Not.Match(@" \n"));
        Assert.That(temp.LeftBehind, Is.Empty);
    }

    [Test]
    public async Task Run_GeneratedSurveys_ShowsWhatReadmeShows()
    {
        using var temp = new RunFolder();
        var readme = File.ReadAllText(Repository.At("README.md")).ReplaceLineEndings("\n");
        var cut = readme.Split("A cut of its output:\n\n```text\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var (_, output, _) = await RunAsync(temp, "--interactions", "200");

        var shown = WithoutFigures(output);
        Assert.That(cut, Has.Length.InRange(10, 15));
        Assert.That(cut.Where(line => !shown.Contains(WithoutFigures(line), StringComparison.Ordinal)), Is.Empty, output);
    }

    [TestCase("run --interactions 7 --seed 5")]
    [TestCase("--seed 5 run --interactions 7")]
    public async Task Run_ByItsFullName_IsTheSameWithTheOptionsOnEitherSide(string options)
    {
        using var temp = new RunFolder();

        var (code, output, errors) = await RunAsync(temp, options.Split(' '));

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("7 generated, seed 5").And.Contain("cxone-assist serve").And.Contain("Agreed: "));
    }

    [Test]
    public async Task Run_AnotherService_IsStartedInsteadOfTheTool()
    {
        using var temp = new RunFolder();
        var host = Path.Combine(TestContext.CurrentContext.TestDirectory, "CxoneAssist.Host.Web.dll");

        var (code, output, errors) = await RunAsync(temp, "--service", host, "--interactions", "5");

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(output, Does.Contain("CxoneAssist.Host.Web.dll").And.Not.Contain("cxone-assist serve"));
    }

    [TestCase("run")]
    [TestCase("cxone")]
    public async Task Run_WithJson_IsRefused(string command)
    {
        using var temp = new RunFolder();

        var (code, output, errors) = await RunAsync(temp, command, "--json");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.StartWith($"{command} does not answer with --json"));
        Assert.That(output, Does.StartWith("{\"error\":"));
    }

    [Test]
    public async Task Run_SurveysFromAFile_AgreesOnTheirScores()
    {
        using var temp = new RunFolder();
        var file = temp.Write("surveys.csv", "interaction_id,agent,csat\na,Ann Lee,1\nb,Bob Ray,2.9\nc,Ann Lee,3.99\nd,Bob Ray,4\ne,Ann Lee,\nf,Ann Lee,good\n");

        var (code, output, errors) = await RunAsync(temp, "--surveys", file);

        Assert.That(code, Is.Zero, output + errors);
        Assert.That(Blanks().Replace(output, " "), Does.Contain("High 2 2").And.Contain("Medium 1 1").And.Contain("Parked 1").And.Contain("3 tasks owed"));
    }

    [TestCase("--interactions 0", "--interactions must be a whole number from 1 to 1,000,000.")]
    [TestCase("--interactions many", "--interactions must be a whole number from 1 to 1,000,000.")]
    [TestCase("--interactions 5 --surveys x.csv", "--surveys and --interactions exclude each other.")]
    [TestCase("--surveys no-such.csv", "There is no file no-such.csv.")]
    [TestCase("--service no-such.dll", "--service: there is no file no-such.dll.")]
    [TestCase("--faults some", "Argument 'some' not recognized.")]
    [TestCase("run --service no-such.dll", "--service: there is no file no-such.dll.")]
    [TestCase("cxone --latency soon", "--latency must be a time from 0ms to 60s, like 200ms or 1.5s.")]
    public async Task Run_WrongOption_IsExplainedWithExitCode2(string options, string sentence)
    {
        using var temp = new RunFolder();

        var (code, output, errors) = await RunAsync(temp, options.Split(' '));

        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(errors, Does.StartWith(sentence));
    }

    [Test]
    public async Task Run_HostThatExits_SaysSoWithWhatItSaid()
    {
        using var temp = new RunFolder();

        // This program is not a host: it understands none of its arguments, reports that and exits.
        var (code, _, errors) = await RunAsync(temp, "--service", Path.Combine(TestContext.CurrentContext.TestDirectory, "NUnit3.TestAdapter.dll"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(errors, Does.StartWith("The host exited by itself with code ").And.Contain("The end of its standard error:"));
        Assert.That(temp.LeftBehind, Is.Empty);
    }

    private static Task<(int Code, string Output, string Errors)> RunAsync(RunFolder temp, params string[] options) =>
        SandboxProcess.RunAsync(temp, options);

    // Columns are as wide as their figures.
    private static string WithoutFigures(string text) =>
        Blanks().Replace(Rules().Replace(Figures().Replace(text.ReplaceLineEndings(" "), "#"), "-"), " ").Trim();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Figures();

    [GeneratedRegex("─+")]
    private static partial Regex Rules();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}

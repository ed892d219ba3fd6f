using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Tests.Backtest;
using CxoneAssist.Host.Cli.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Host.Cli.Tests.CommandLine;

/// <summary>
/// Every error has a sentence, an exit code and, with <c>--json</c>, one document.
/// </summary>
internal sealed class FailureTests
{
    [TestCase("sandbx", "Did you mean sandbox?")]
    [TestCase("inbox lst", "Did you mean list?")]
    [TestCase("inbox list --stat parked", "Did you mean --state?")]
    [TestCase("policy backtst p.json", "Did you mean backtest?")]
    [TestCase("inbox list --jsno", "Did you mean --json?")]
    public async Task WrongName_NearToOne_IsAskedAbout(string line, string question)
    {
        var run = await Tool.RunAsync(line.Split(' '));

        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Errors, Does.Contain(question));
    }

    [Test]
    public async Task NoArguments_ShowTheHelp()
    {
        var run = await Tool.RunAsync();

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Is.EqualTo((await Tool.RunAsync("--help")).Output));
    }

    [TestCase("policy|show|")]
    [TestCase("policy|lint|")]
    [TestCase("policy|backtest|p.json|--input|")]
    [TestCase("policy|backtest|p.json|--input|-|--report|")]
    [TestCase("policy|backtest|p.json|--input|-|--delimiter|")]
    [TestCase("policy|backtest|p.json|--input|-|--delimiter|\"")]
    [TestCase("policy|backtest|p.json|--input|-|--delimiter|\n")]
    public async Task Argument_ThatNamesNothing_IsExplainedWithExitCode2(string line)
    {
        using var temp = new TempFolder();
        temp.Write("p.json", Given.Default);
        string[] args = [.. line.Split('|').Select(arg => arg == "p.json" ? temp.At(arg) : arg)];

        var run = await Tool.RunOnAsync(Given.Surveys, [.. args, "--json"]);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString() + "\n", Is.EqualTo(run.Errors));
        Assert.That(run.Errors.Length, Is.GreaterThan(20));
    }

    [TestCase("--json")]
    [TestCase("--json=true")]
    [TestCase("--json:true")]
    public async Task WrongOption_WithJsonHoweverWritten_AnswersWithADocument(string json)
    {
        var run = await Tool.RunAsync("inbox", "list", json, "--take", "0");

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith("--take must be a whole number"));
    }

    [Test]
    public async Task Failure_ThatNobodyForesaw_IsASentenceWithItsTypeAndNothingItSays()
    {
        using var temp = new TempFolder();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var context = new CommandContext(output, errors, () => throw new NotSupportedException("a secret"), new FakeTimeProvider(Tool.Now));

        var code = await ToolCommandLine.RunAsync(
            ["policy", "backtest", temp.Write("p.json", Given.Default), "--input", "-", "--json=true"], context);

        using var answer = JsonDocument.Parse(output.ToString());
        Assert.That(code, Is.EqualTo(1));
        Assert.That(answer.RootElement.GetProperty("error").GetString(), Does.StartWith("Unexpected error (NotSupportedException)"));
        Assert.That(errors.ToString().TrimEnd(), Is.EqualTo(answer.RootElement.GetProperty("error").GetString()));
        Assert.That(errors.ToString(), Does.Not.Contain("secret"));
    }

    [TestCase("check")]
    [TestCase("inbox list")]
    [TestCase("inbox replay some --note why")]
    public async Task ContentRoot_ThatIsNoFolder_IsExplainedWithExitCode78(string command)
    {
        var run = await Tool.RunAsync([.. command.Split(' '), "--set", "contentRoot=/no/such/folder", "--json"]);

        Assert.That(run.Code, Is.EqualTo(78));
        Assert.That(run.Json.GetRawText(), Does.Contain("must be a folder that exists"));
    }

    [TestCase("CXONE_FOLLOWUP_MODE=Shadow", "CXONE_FOLLOWUP_MODE is not a setting: write CXONE_FOLLOW_UP_MODE if that is meant")]
    [TestCase("CxoneAssist__FollowUp__Mode=Shadow", "write CxoneAssist:FollowUp:Mode if that is meant")]
    [TestCase("anything=a-secret", "anything is not a setting")]
    [TestCase("a-secret", "--set takes NAME=VALUE.")]
    public async Task Set_WithANameThatIsNoSetting_IsExplainedWithExitCode2(string setting, string sentence)
    {
        var check = await Tool.RunAsync("check", "--set", setting, "--json");
        var list = await Tool.RunAsync("inbox", "list", "--set", "CXONE_ORG=acme", "--set", setting, "--json");

        Assert.That((check.Code, list.Code), Is.EqualTo((2, 2)));
        Assert.That(check.Json.GetProperty("error").GetString(), Does.Contain(sentence).And.Not.Contain("a-secret"));
        Assert.That(list.Json.GetProperty("error").GetString(), Does.Contain(sentence).And.Not.Contain("a-secret"));
    }

    [TestCase("""{ "CXONE_FOLLOWUP_MODE": "Shadow" }""", "write CXONE_FOLLOW_UP_MODE")]
    [TestCase("""{ "CxoneAssist": { "FollowUp": { "Mod": "Shadow" } } }""", "write CxoneAssist:FollowUp:Mode")]
    [TestCase("""{ "ConnectionString": { "Inbox": "x" } }""", "write ConnectionStrings:Inbox")]
    public async Task SettingsFile_WithAMisspeltName_IsExplainedWithExitCode78(string settings, string sentence)
    {
        using var temp = new TempFolder();
        var folder = Path.GetDirectoryName(temp.Write("appsettings.json", settings))!;

        var check = await Tool.RunAsync("check", "--set", "contentRoot=" + folder, "--json");
        var list = await Tool.RunAsync("inbox", "list", "--set", "contentRoot=" + folder, "--json");

        Assert.That((check.Code, list.Code), Is.EqualTo((78, 78)));
        Assert.That(check.Output, Does.Contain(sentence));
        Assert.That(list.Json.GetProperty("error").GetString(), Does.Contain(sentence));
    }

    [TestCase("{\n\"A\": \"a secret\n", "appsettings.json'. It is not JSON: fix it at or before line 2.")]
    [TestCase("{ \"A\": \"a secret\", \"a\": 2 }", "appsettings.json'. A duplicate key 'a' was found.")]
    [TestCase("[\"a secret\"]", "appsettings.json'. ")]
    public async Task SettingsFile_ThatIsMalformed_IsNamedWithExitCode78(string settings, string sentence)
    {
        using var temp = new TempFolder();
        var folder = Path.GetDirectoryName(temp.Write("appsettings.json", settings))!;

        var check = await Tool.RunAsync("check", "--set", "contentRoot=" + folder, "--json");
        var list = await Tool.RunAsync("inbox", "list", "--set", "contentRoot=" + folder, "--json");

        Assert.That((check.Code, list.Code), Is.EqualTo((78, 78)));
        Assert.That(check.Json.GetProperty("checks")[0].GetProperty("remedy").GetString(), Does.Contain(sentence).And.Not.Contain("secret"));
        Assert.That(list.Json.GetProperty("error").GetString(), Does.Contain(sentence).And.Not.Contain("secret"));
    }
}

using System.Text.RegularExpressions;
using CxoneAssist.Host.Cli.Tests.Processes;
using CxoneAssist.Host.Cli.Tests.Running;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

/// <summary>The commands of <c>inbox</c> next to a running host, through its operators' endpoints.</summary>
internal sealed partial class HostInboxTests
{
    private const string Key = "operator-key-of-these-tests-4f1b";

    private TempFolder _temp = null!;
    private ToolProcess _serve = null!;
    private string _host = "";

    [OneTimeSetUp]
    public async Task StartHostAsync()
    {
        _temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(_temp.At("inbox.db"))).DisposeAsync();

        // CXone is away: what is received waits.
        _serve = ToolProcess.Start(
            "serve", "--PORT=0", "--CxoneAssist:Bind=127.0.0.1", "--CxoneAssist:Cxone:BaseUrl=http://127.0.0.1:1",
            "--CxoneAssist:Cxone:ClientId=id", "--CxoneAssist:Cxone:ClientSecret=secret", "--CXONE_OPERATOR_KEY=" + Key,
            "--CxoneAssist:Webhook:AllowUnsigned=true", "--ConnectionStrings:Inbox=Data Source=" + _temp.At("inbox.db"));
        while (await _serve.Process.StandardOutput.ReadLineAsync(_serve.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } address)
            {
                _host = address.Groups["address"].Value;
                return;
            }
        }

        Assert.Fail("The host ended: " + await _serve.Process.StandardError.ReadToEndAsync(_serve.Token));
    }

    [OneTimeTearDown]
    public void StopHost()
    {
        _serve.Process.Kill();
        _serve.Dispose();
        _temp.Dispose();
    }

    // What no other test acts on, and nothing works on.
    [Test]
    public async Task List_ThroughTheHost_IsWhatTheInboxHolds()
    {
        var through = await RunAsync("list", "--customer", "c-1", "--order", "newest", "--json");
        var opened = await Tool.RunAsync("inbox", "list", "--customer", "c-1", "--order", "newest", "--json", "--inbox", _temp.At("inbox.db"));

        Assert.That((through.Code, through.Errors), Is.EqualTo((0, "")));
        Assert.That(
            through.Json.GetProperty("items").GetRawText(), Is.EqualTo(opened.Json.GetProperty("items").GetRawText()));
    }

    [Test]
    public async Task Why_ThroughTheHost_AnswersAsFromTheFile()
    {
        var through = await RunAsync("why", "parked-1");
        var opened = await Tool.RunAsync("inbox", "why", "parked-1", "--inbox", _temp.At("inbox.db"));

        Assert.That((through.Code, through.Output), Is.EqualTo((0, opened.Output)));
    }

    [Test]
    public async Task Replay_OfASuppressedOne_IsKeptWithItsNote()
    {
        var replay = await RunAsync("replay", "done-2", "--note", "A case of its own.");
        var show = await RunAsync("show", "done-2", "--json");

        Assert.That((replay.Code, replay.Output), Is.EqualTo((0, "done-2: Its task is created, although the customer has one already.\n")), replay.Errors);
        var action = show.Json.GetProperty("operatorActions")[0];
        Assert.That(
            (action.GetProperty("kind").GetString(), action.GetProperty("note").GetString(), action.GetProperty("actor").GetString()),
            Is.EqualTo(("replay", "A case of its own.", "operator key")));
    }

    [TestCase("forget --customer c-1 --note why", 1, "The contents of 0 follow-ups were deleted.\nThese stay for now: they have not ended, or were being worked on. Discard them, or let them end, and run this again:\n  parked-1\n")]
    [TestCase("discard nobody --note why", 1, "No webhook was received for this interaction.\n")]
    [TestCase("confirm received-3 --task t-1 --note why", 1, "Only a follow-up that is parked or whose creation is unconfirmed can be confirmed.\n")]
    public async Task Action_ThatTheHostRefuses_SaysWhy(string command, int code, string said)
    {
        var run = await RunAsync(command.Split(' '));

        Assert.That((run.Code, run.Output), Is.EqualTo((code, command.StartsWith("forget", StringComparison.Ordinal) ? said : $"{command.Split(' ')[1]}: {said}")), run.Errors);
    }

    [TestCase("--set", "CXONE_ORG=acme")]
    [TestCase]
    public async Task Key_ThatIsExported_CountsMoreThanAnotherHostsFileOfSecrets(params string[] options)
    {
        using var secrets = new TempFolder();
        await File.WriteAllTextAsync(secrets.At("CXONE_OPERATOR_KEY"), "a-key-of-another-host-9c2d");
        using var tool = ToolProcess.Start(
            new() { ["CXONE_SECRETS_DIR"] = secrets.At(""), ["CXONE_OPERATOR_KEY"] = Key }, ["inbox", "list", "--host", _host, .. options]);

        var (code, _, errors) = await tool.EndAsync();

        Assert.That((code, errors), Is.EqualTo((0, "")));
    }

    [TestCase("why parked-1")]
    [TestCase("show parked-1")]
    [TestCase("replay parked-1 --note why")]
    [TestCase("list")]
    public async Task Command_ThroughAServerThatHasNoFollowUps_DoesNotTakeThatForAnAnswer(string command)
    {
        await using var cxone = await CxoneSimulator.StartAsync();

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--host", cxone.BaseAddress.ToString(), "--set", "CXONE_OPERATOR_KEY=" + Key]);

        Assert.That((run.Code, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Errors, Does.Contain("has no /follow-ups: is it a host with an operator key?"));
    }

    [TestCase("https://127.0.0.1:1", Key, 1, "cannot be reached")]
    [TestCase("http://127.0.0.1:1", "", 78, "--host needs the host's operator key: set CXONE_OPERATOR_KEY.")]
    [TestCase("http://assist.example", Key, 2, "--host must begin with https://")]
    [TestCase("http://127.0.0.1:1", "a-key-with-…-in-it", 78, "CXONE_OPERATOR_KEY has a character that cannot be sent")]
    [TestCase("assist.example", Key, 2, "--host must be the address of a host")]
    [TestCase("https://me:secret@assist.example", Key, 2, "--host must be the address of a host")]
    public async Task Command_WithAHostItCannotUse_SaysWhatToDo(string host, string key, int code, string said)
    {
        var run = await Tool.RunAsync("inbox", "list", "--host", host, "--set", "CXONE_OPERATOR_KEY=" + key);

        Assert.That((run.Code, run.Output), Is.EqualTo((code, "")));
        Assert.That(run.Errors, Does.Contain(said).And.Not.Contain("secret").And.Not.Contain(Key));
    }

    [Test]
    public async Task Command_WithAnotherKey_SaysThatTheHostRefusesIt()
    {
        var run = await Tool.RunAsync("inbox", "list", "--host", _host, "--set", "CXONE_OPERATOR_KEY=" + Key + "x");

        Assert.That(run.Code, Is.EqualTo(78));
        Assert.That(run.Errors, Does.Contain("refuses the operator key").And.Not.Contain(Key));
    }

    [Test]
    public async Task Command_WithAnInboxToo_IsRefused()
    {
        var run = await RunAsync("list", "--inbox", _temp.At("inbox.db"));

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("not both"));
    }

    private Task<ToolRun> RunAsync(params string[] command) =>
        Tool.RunAsync(["inbox", .. command, "--host", _host, "--set", "CXONE_OPERATOR_KEY=" + Key]);

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:[0-9]+)\b")]
    private static partial Regex Listening();
}

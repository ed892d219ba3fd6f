using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

internal sealed class SqliteInboxCommandTests
{
    [Test]
    public async Task List_BesideARunningHost_ShowsFollowUpsAndCounts()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "list", "--inbox", temp.At("inbox.db"), "--json");

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Json.GetProperty("counts").GetProperty("parked").GetInt32(), Is.EqualTo(1));
        var ids = run.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("interactionId").GetString());
        Assert.That(string.Join(' ', ids), Is.EqualTo("parked-1 done-2 received-3"));
    }

    [Test]
    public async Task List_WithAState_ShowsOnlyThoseAsATable()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "list", "--state", "parked", "--inbox", "Data Source=" + temp.At("inbox.db"));

        Assert.That(run.Output, Does.Contain("parked-1").And.Contain("CXone forbids reading the form (403).").And.Not.Contain("done-2"));
        Assert.That(run.Output, Does.StartWith("All follow-ups:\n").And.Match(@"received +1\n").And.Not.Match(@"[^\P{Cc}\n]").And.Not.Match(@" \n"));
    }

    [Test]
    public async Task List_Differing_SaysHowManyAndWhatTheShadowPolicyCameTo()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "list", "--state", "differing", "--inbox", temp.At("inbox.db"));

        Assert.That(run.Output, Does.Match(@"compared +1\n +differing +1\n").And.Not.Contain("parked-1"));
        Assert.That(run.Output, Does.Match(@"\ndone-2  done: no task, .*\n    .*; task High, suppressed; shadow policy no task\n    A task for"));
    }

    [Test]
    public async Task Show_AFollowUp_TellsWhatItLeansOnAndWhatTheShadowPolicyDecided()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "show", "done-2", "--inbox", temp.At("inbox.db"));

        Assert.That(run.Output, Does.Match(@"State +done: no task\n").And.Match(@"Task +High, suppressed\n").And.Match(@"Suppressed by +earlier-1\n"));
        Assert.That(run.Output, Does.Contain("""
              Decided 2026-11-24 09:00:00 UTC by the policy retail:
              - 2 is below 3.
              - Suppressed.

              The shadow policy retail-next, never acted upon:
              - No tier applies: no task.
            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Show_AnUnknownInteraction_SaysSoWithExitCode1()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "show", "nobody", "--inbox", temp.At("inbox.db"), "--json");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith("No webhook was received for this interaction"));
    }

    [TestCase("replay parked-1 --note fixed")]
    [TestCase("confirm parked-1 --task t --note found")]
    [TestCase("discard parked-1 --note test")]
    [TestCase("forget --customer c-1 --note request")]
    public async Task Action_WhileAHostRuns_IsRefusedAndNamesTheWayThroughTheHost(string command)
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--inbox", temp.At("inbox.db")]);

        Assert.That((run.Code, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Errors, Does.Contain("is in use by a running host: act through it, with --host and its address").And.Not.Contain("replay"));
        Assert.That((await host.FindAsync("parked-1", CancellationToken.None))!.OperatorActions, Is.Empty);
    }

    [Test]
    public async Task Replay_WhileNoHostRuns_IsKeptForTheNextOne()
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var replay = await Tool.RunAsync("inbox", "replay", "parked-1", "--note", "The scope is granted.", "--inbox", temp.At("inbox.db"));
        var show = await Tool.RunAsync("inbox", "show", "parked-1", "--inbox", temp.At("inbox.db"));

        Assert.That((replay.Code, replay.Output), Is.EqualTo((0, "parked-1: It is worked on again.\n")), replay.Errors);
        Assert.That(show.Output, Does.Match(@"State +received").And.Contain("The scope is granted."));
    }

    [TestCase("done-2", 0, "Its task is created, although the customer has one already.\n")]
    [TestCase("nobody", 1, "No webhook was received for this interaction.\n")]
    public async Task Replay_OfASuppressedOneOrOfNone_SaysWhatComesOfIt(string interaction, int code, string answer)
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var run = await Tool.RunAsync("inbox", "replay", interaction, "--note", "why", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Output), Is.EqualTo((code, $"{interaction}: {answer}")));
    }

    [TestCase("list")]
    [TestCase("show some")]
    [TestCase("replay some --note why")]
    public async Task Command_OnAFileThatIsNotThere_FailsAndMakesNone(string command)
    {
        using var temp = new TempFolder();

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--inbox", temp.At("missing.db"), "--json"]);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith("--inbox: there is no file ").And.EndWith("name the one that the host uses."));
        Assert.That(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(temp.At("x"))!), Is.Empty);
    }

    [Test]
    public async Task List_OnAFolder_SaysWhatItIsWithExitCode2()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunAsync("inbox", "list", "--inbox", Path.GetDirectoryName(temp.At("x"))!);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Errors, Does.EndWith(" is a folder: name the inbox in it.\n"));
    }

    [Test]
    public async Task Command_WithoutAnInbox_NamesTheHostsSettingWithExitCode78()
    {
        using var temp = new TempFolder();

        var run = await Tool.RunAsync("inbox", "list", "--set", "ConnectionStrings:Inbox=Data Source=" + temp.At("missing.db"), "--json");

        Assert.That(run.Code, Is.EqualTo(78));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.Contain("does not exist: name the one that the host uses"));
    }

    [TestCase("a=b.db")]
    [TestCase("a;b.db")]
    [TestCase("a;Mode=ReadOnly;b.db")]
    [TestCase("it's \"one\".db")]
    public async Task List_OnAFileWithAnOddName_IsThatFiles(string name)
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();
        File.Move(temp.At("inbox.db"), temp.At(name));

        var run = await Tool.RunAsync("inbox", "list", "--inbox", temp.At(name), "--json");

        Assert.That(run.Code, Is.Zero, run.Errors);
        Assert.That(run.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public async Task List_OnAnEmptyFile_FailsAndLeavesItAsItIs()
    {
        using var temp = new TempFolder();
        var file = temp.Write("empty.db", "");

        var run = await Tool.RunAsync("inbox", "list", "--inbox", file);

        Assert.That(run.Code, Is.EqualTo(78));
        Assert.That(run.Errors, Does.Contain("holds no inbox"));
        Assert.That(new FileInfo(file).Length, Is.Zero);
    }
}

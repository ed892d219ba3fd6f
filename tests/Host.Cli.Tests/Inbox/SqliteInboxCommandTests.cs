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
        Assert.That(run.Output, Does.Match(@"received +1\n").And.Not.Match(@"[^\P{Cc}\n]").And.Not.Match(@" \n"));
    }

    [Test]
    public async Task List_Differing_SaysHowManyAndWhatTheShadowPolicyCameTo()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "list", "--state", "differing", "--inbox", temp.At("inbox.db"));

        Assert.That(run.Output, Does.Match(@"compared +1\n +differing +1\n").And.Match(@"Task +Shadow policy +Reason\n"));
        Assert.That(run.Output, Does.Match(@"done-2 +done: no task .*High, suppressed +no task +A task for").And.Not.Contain("parked-1"));
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

    [Test]
    public async Task Replay_WhileAHostRuns_IsRefusedAndNamesTheWayThroughTheHost()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "replay", "parked-1", "--note", "fixed", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Output), Is.EqualTo((1, "")));
        Assert.That(run.Errors, Does.Contain("is in use by a running host").And.Contain("POST /follow-ups/{interactionId}/replay"));
        Assert.That((await host.FindAsync("parked-1", CancellationToken.None))!.OperatorActions, Is.Empty);
    }

    [Test]
    public async Task Replay_WhileNoHostRuns_IsKeptForTheNextOne()
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var replay = await Tool.RunAsync("inbox", "replay", "parked-1", "--note", "The scope is granted.", "--inbox", temp.At("inbox.db"));
        var show = await Tool.RunAsync("inbox", "show", "parked-1", "--inbox", temp.At("inbox.db"));

        Assert.That((replay.Code, replay.Output), Is.EqualTo((0, "It is worked on again.\n")), replay.Errors);
        Assert.That(show.Output, Does.Match(@"State +received").And.Contain("The scope is granted."));
    }

    [TestCase("done-2", 0, "Its task is created, although the customer has one already.\n")]
    [TestCase("nobody", 1, "No webhook was received for this interaction.\n")]
    public async Task Replay_OfASuppressedOneOrOfNone_SaysWhatComesOfIt(string interaction, int code, string answer)
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var run = await Tool.RunAsync("inbox", "replay", interaction, "--note", "why", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Output), Is.EqualTo((code, answer)));
    }

    [TestCase("--agent agent-2", "received-3")]
    [TestCase("--order newest", "received-3 done-2 parked-1")]
    [TestCase("--order newest --take 1", "received-3")]
    [TestCase("--priority high", "done-2")]
    [TestCase("--priority HIGH --state done --agent agent-1", "done-2")]
    [TestCase("--customer c-1", "parked-1")]
    [TestCase("--since 1m", "parked-1 done-2 received-3")]
    [TestCase("--since 2026-11-25", "parked-1 done-2 received-3")]
    [TestCase("--since 2026-11-25T13:00+01:00", "parked-1 done-2 received-3")]
    [TestCase("--since 2026-11-25T13:00Z", "")]
    [TestCase("--until 2026-11-25T12:00Z", "")]
    public async Task List_WithAQuestion_ShowsThoseItAsksFor(string question, string expected)
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync(["inbox", "list", .. question.Split(' '), "--inbox", temp.At("inbox.db"), "--json"]);

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        var ids = run.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("interactionId").GetString());
        Assert.That(string.Join(' ', ids), Is.EqualTo(expected));
    }

    [TestCase("--state open", "--state must be received, creating, created, done, parked, unconfirmed, shadowed or differing.")]
    [TestCase("--state 4", "--state must be received,")]
    [TestCase("--priority urgent", "--priority must be low, normal, medium, high or critical.")]
    [TestCase("--priority low,high", "--priority must be low,")]
    [TestCase("--since yesterday", "--since must be a time such as 2026-11-30T09:00Z, a date (from midnight UTC), or so long ago, such as 30m, 24h or 7d.")]
    [TestCase("--since 2026-11-25T13:00", "--since must be a time such as")]
    [TestCase("--since 2026-02-30", "--since must be a time such as")]
    [TestCase("--until 3bd", "--until must be a time such as")]
    [TestCase("--since 1h --until 2h", "--until must be later than since.")]
    [TestCase("--order desc", "--order must be oldest or newest.")]
    [TestCase("--take 501", "--take must be a whole number from 1 to 500.")]
    [TestCase("--after x", "--after must be 0 or the row that a page named as next.")]
    [TestCase("--after 4711", "after must be 0 or the row that a page named as next.")]
    [TestCase("--agent two.words!", "--agent must be an agent's id.")]
    public async Task List_WithAQuestionThatCannotBe_NamesTheOptionAndWhatItMayBe(string question, string said)
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync(["inbox", "list", .. question.Split(' '), "--inbox", temp.At("inbox.db"), "--json"]);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Json.GetProperty("error").GetString(), Does.StartWith(said));
    }

    [Test]
    public async Task Why_OfACustomer_SaysItOfEachInteractionWithTheReasons()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "why", "--customer", "c-1", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        Assert.That(run.Output, Is.EqualTo("""
            Interaction parked-1, received 2026-11-25 12:00:00 UTC, parked
              A person has to look at it: CXone forbids reading the form (403).


            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task Why_OfASuppressedOne_NamesTheTaskItLeansOnAndTheReasons()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "why", "done-2", "--inbox", temp.At("inbox.db"));

        Assert.That(run.Output, Does.Contain("""
              No task, because the customer has one already: that of interaction earlier-1.
              - 2 is below 3.
              - Suppressed.
            """.ReplaceLineEndings("\n")));
    }

    [TestCase("why nobody", 1, "No webhook was received for interaction nobody: keys stay")]
    [TestCase("why --customer nobody", 1, "There is no follow-up for customer nobody: no webhook named them, or the contents of their follow-ups were deleted.")]
    public async Task Why_OfWhatIsNotThere_SaysWhatThatMayMean(string command, int code, string said)
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--inbox", temp.At("inbox.db")]);

        Assert.That((run.Code, run.Errors), Is.EqualTo((code, "")));
        Assert.That(run.Output, Does.StartWith(said));
    }

    [TestCase("why")]
    [TestCase("why some --customer c-1")]
    public async Task Why_OfNothingOrOfTwo_AsksForOne(string command)
    {
        var run = await Tool.RunAsync(["inbox", .. command.Split(' ')]);

        Assert.That((run.Code, run.Errors), Is.EqualTo((2, "Name an INTERACTION, or a customer with --customer ID.\n")));
    }

    [TestCase("confirm parked-1 --task task-9 --note seen", "The task is recorded; the agent is notified.\n", "created")]
    [TestCase("discard parked-1 --note test", "It is discarded.\n", "done: discarded")]
    public async Task Action_WhileNoHostRuns_IsKeptWithWhoDidIt(string command, string said, string state)
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--inbox", temp.At("inbox.db")]);
        var show = await Tool.RunAsync("inbox", "show", "parked-1", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Output), Is.EqualTo((0, said)), run.Errors);
        Assert.That(show.Output, Does.Match($@"State +{state}\n").And.Contain($"{Environment.UserName}, by cxone-assist"));
    }

    [Test]
    public async Task Export_OfACustomer_IsADocumentOfAllThatIsKept()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        var run = await Tool.RunAsync("inbox", "export", "--customer", "c-1", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Errors), Is.EqualTo((0, "")));
        var followUp = run.Json.GetProperty("followUps").EnumerateArray().Single();
        Assert.That(
            (run.Json.GetProperty("customerId").GetString(), followUp.GetProperty("interactionId").GetString()), Is.EqualTo(("c-1", "parked-1")));
    }

    [Test]
    public async Task Forget_WhatHasNotEnded_StaysUntilItIsDiscarded()
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();
        string[] forget = ["inbox", "forget", "--customer", "c-1", "--note", "Request 117.", "--inbox", temp.At("inbox.db")];

        var tooEarly = await Tool.RunAsync(forget);
        await Tool.RunAsync("inbox", "discard", "parked-1", "--note", "Request 117 of c-1.", "--inbox", temp.At("inbox.db"));
        var forgotten = await Tool.RunAsync(forget);
        var show = await Tool.RunAsync("inbox", "show", "parked-1", "--inbox", temp.At("inbox.db"));
        var why = await Tool.RunAsync("inbox", "why", "--customer", "c-1", "--inbox", temp.At("inbox.db"));

        Assert.That((tooEarly.Code, tooEarly.Output), Is.EqualTo((1, """
            The contents of 0 follow-ups were deleted.
            These stay for now: they have not ended, or were being worked on. Discard them, or let them end, and run this again:
              parked-1

            """.ReplaceLineEndings("\n"))));
        Assert.That((forgotten.Code, forgotten.Output), Is.EqualTo((0, "The contents of 1 follow-up were deleted.\n")));
        Assert.That(show.Output, Does.Contain("Request 117.").And.Not.Contain("of c-1").And.Not.Contain("CXone forbids"));
        Assert.That(why.Code, Is.EqualTo(1));
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

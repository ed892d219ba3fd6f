using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

/// <summary>What operators do with <c>confirm</c>, <c>discard</c>, <c>export</c> and <c>forget</c>.</summary>
internal sealed class InboxActionTests
{
    [TestCase("confirm parked-1 --task task-9 --note seen", "The task is recorded; the agent is notified.\n", "created")]
    [TestCase("discard parked-1 --note test", "It is discarded.\n", "done: discarded")]
    public async Task Action_WhileNoHostRuns_IsKeptWithWhoDidIt(string command, string said, string state)
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--inbox", temp.At("inbox.db")]);
        var show = await Tool.RunAsync("inbox", "show", "parked-1", "--inbox", temp.At("inbox.db"));

        Assert.That((run.Code, run.Output), Is.EqualTo((0, $"parked-1: {said}")), run.Errors);
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

    [TestCase("why --customer c-l")]
    [TestCase("export --customer c-l")]
    [TestCase("forget --customer c-l --note request")]
    public async Task Question_OfACustomerOfWhomNothingIsKept_SaysSoWithExitCode1(string command)
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var run = await Tool.RunAsync(["inbox", .. command.Split(' '), "--inbox", temp.At("inbox.db")]);

        Assert.That((run.Code, run.Errors), Is.EqualTo((1, "")));
        Assert.That(run.Output, Does.Match("[Nn]o (follow-up|webhook).*(contents|heck the id)"));
    }

    [Test]
    public async Task List_ThatNothingMatches_SaysSo()
    {
        using var temp = new TempFolder();
        await (await FilledInbox.SqliteAsync(temp.At("inbox.db"))).DisposeAsync();

        var run = await Tool.RunAsync("inbox", "list", "--customer", "c-l", "--inbox", temp.At("inbox.db"));

        Assert.That(run.Output, Does.StartWith("All follow-ups:\n").And.EndWith("No follow-up matches.\n"));
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
}

using CxoneAssist.Host.Cli.Inbox;
using CxoneAssist.Host.Cli.Tests.Running;

namespace CxoneAssist.Host.Cli.Tests.Inbox;

/// <summary>What <c>inbox list</c> and <c>inbox why</c> answer.</summary>
internal sealed class InboxQuestionTests
{
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
    [TestCase("--after x", "--after must be what a page named as next.")]
    [TestCase("--after 4711", "--after must be what a page named as next.")]
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
    public async Task List_WithABlankValue_NamesTheOptionWhateverItIs()
    {
        using var temp = new TempFolder();
        await using var host = await FilledInbox.SqliteAsync(temp.At("inbox.db"));

        foreach (var name in new FollowUpQueryOptions().All.Select(option => option.Name))
        {
            foreach (var blank in new[] { "", " " })
            {
                var run = await Tool.RunAsync("inbox", "list", name, blank, "--inbox", temp.At("inbox.db"));

                Assert.That(run.Code, Is.EqualTo(2), $"{name} '{blank}'");
                Assert.That(run.Errors, Does.StartWith($"{name} must be "));
            }
        }
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
}

using System.CommandLine;
using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.FollowUps;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox</c>: what operators see of it over HTTP, without a host.</summary>
internal sealed class InboxCommand
{
    private const int DefaultPage = 50;
    private const int GreatestPage = 500;

    private readonly Surroundings _around;
    private readonly InboxPlace _place = new();
    private readonly Argument<string> _id = new("INTERACTION") { Description = "The interaction's id." };

    private readonly Option<string?> _state = new("--state")
    {
        Description = $"Only those in this state: {FollowUpEndpoints.States}.",
        HelpName = "STATE",
    };

    private readonly Option<int> _take = new("--take")
    {
        Description = $"How many at most, 1 to {GreatestPage}.",
        HelpName = "N",
        CustomParser = WholeNumber.Between("--take", 1, GreatestPage),
        DefaultValueFactory = _ => DefaultPage,
    };

    private readonly Option<long> _after = new("--after")
    {
        Description = "Go on after this row, as a page says at its end.",
        HelpName = "ROW",
        CustomParser = argument => WholeNumber.Between("--after", 0, int.MaxValue)(argument),
    };

    private readonly Option<string> _note = new("--note")
    {
        Description = "Why, 1 to 1,000 characters; it is kept.",
        HelpName = "TEXT",
        Required = true,
    };

    private InboxCommand(Surroundings around)
    {
        _around = around;
        _state.Validators.Add(result =>
        {
            if (FollowUpEndpoints.Filter(result.GetValueOrDefault<string?>()) is null)
            {
                result.AddError($"--state must be {FollowUpEndpoints.States}.");
            }
        });
    }

    public static Command Create(Surroundings around) => new InboxCommand(around).Create();

    private ToolCommand Create()
    {
        var list = new ToolCommand("list", "Lists follow-ups in the order of their receipt, with counts of all.", """
            cxone-assist inbox list --state parked
            cxone-assist inbox list --inbox data/inbox.db --take 20 --json
            """).With([_state, _take, _after, .. _place.Options]);
        var show = new ToolCommand("show", "Shows one follow-up: where it stands, what was decided and why, what operators did.", """
            cxone-assist inbox show 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f
            """).With([_id, .. _place.Options]);
        var replay = new ToolCommand(
            "replay", "Has a follow-up worked on again: one that is parked, waits, was discarded or ended without a form.", """
            cxone-assist inbox replay 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f --note "The agent's id is mended."
            """).With([_id, _note, .. _place.Options]);
        list.Answers(_around, ListAsync);
        show.Answers(_around, ShowAsync);
        replay.Answers(_around, ReplayAsync);
        return new ToolCommand(
            "inbox", "Looks into the inbox of a host, SQLite or PostgreSQL, while it runs or not.", "cxone-assist inbox list --state parked")
            .With(list, show, replay);
    }

    private async Task<Answer> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var desk = await _place.OpenAsync(parsed, _around.Time, forAmending: false, cancellationToken);
        var query = new ListFollowUps(FollowUpEndpoints.Filter(parsed.GetValue(_state))!, parsed.GetValue(_after), parsed.GetValue(_take));
        return new PageAnswer(await desk.SendAsync<ListFollowUps, FollowUpPage>(query, cancellationToken));
    }

    private async Task<Answer> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var desk = await _place.OpenAsync(parsed, _around.Time, forAmending: false, cancellationToken);
        var found = await desk.SendAsync<GetFollowUp, FollowUpDetails?>(new(parsed.GetRequiredValue(_id)), cancellationToken);
        return new RecordAnswer(found ?? throw new CommandFailure("No webhook was received for this interaction: look at its id."));
    }

    private async Task<Answer> ReplayAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var desk = await _place.OpenAsync(parsed, _around.Time, forAmending: true, cancellationToken);
        return new InterventionAnswer(await desk.SendAsync<ReplayFollowUp, InterventionResult>(
            new(parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_note)), cancellationToken));
    }
}

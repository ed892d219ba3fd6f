using System.CommandLine;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox</c>: the operators' endpoints as commands.</summary>
internal sealed class InboxCommand
{
    private readonly CommandContext _context;
    private readonly InboxLocation _location = new();
    private readonly FollowUpQueryOptions _query = new();
    private readonly Argument<string> _id = new("INTERACTION") { Description = "The interaction's id." };

    private readonly Option<string> _note = new("--note")
    {
        Description = "Why, 1 to 1,000 characters; it is kept.",
        HelpName = "TEXT",
        Required = true,
    };

    private readonly Option<string> _task = new("--task")
    {
        Description = "The task's id in CXone, 1 to 200 characters.",
        HelpName = "ID",
        Required = true,
    };

    private InboxCommand(CommandContext context) => _context = context;

    public static Command Create(CommandContext context) => new InboxCommand(context).Create();

    private ToolCommand Create()
    {
        var list = new ToolCommand("list", "Lists follow-ups in the order of their receipt, with counts of all.", """
            cxone-assist inbox list --state parked
            cxone-assist inbox list --agent agent-042 --priority high --since 7d --order newest
            cxone-assist inbox list --inbox data/inbox.db --take 20 --json
            """).With([.. _query.All, .. _location.Options]);
        var show = new ToolCommand(
            "show", "Shows one follow-up: its state, its times, the decision with its reasons, what failed, the operators' actions.", """
            cxone-assist inbox show 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f
            """).With([_id, .. _location.Options]);
        list.SetHandler(_context, ListAsync);
        show.SetHandler(_context, ShowAsync);
        return new ToolCommand(
            "inbox", "Reads the inbox of a host, SQLite or PostgreSQL, whether the host runs or not, and acts on what is in it.", """
            cxone-assist inbox list --state parked
            cxone-assist inbox why --customer c-4711
            """).With(list, show, WhyCommand.Create(_context, _location), Replay(), Confirm(), Discard())
            .With(ExportCommand.Create(_context, _location), ForgetCommand.Create(_context, _location));
    }

    private ToolCommand Replay()
    {
        var replay = new ToolCommand(
            "replay", "Has a follow-up worked on again: one that is parked, waits, was discarded, or ended without a form or unanswered.", """
            cxone-assist inbox replay 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f --note "The agent's id is corrected."
            cxone-assist inbox replay 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f --note "The scope is granted." --host https://assist.example
            """).With([_id, _note, .. _location.Options]);
        return Acting(replay, (inbox, parsed, ct) => inbox.ReplayAsync(parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_note), ct));
    }

    private ToolCommand Confirm()
    {
        var confirm = new ToolCommand(
            "confirm", "States that the task of a follow-up exists in CXone: the agent is notified, and no other task is created.", """
            cxone-assist inbox confirm 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f --task task-4711 --note "Found in CXone."
            """).With([_id, _task, _note, .. _location.Options]);
        return Acting(confirm, (inbox, parsed, ct) => inbox.ConfirmAsync(
            parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_task), parsed.GetRequiredValue(_note), ct));
    }

    private ToolCommand Discard()
    {
        var discard = new ToolCommand("discard", "Ends a follow-up without a task, or without the notification where the task exists.", """
            cxone-assist inbox discard 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f --note "A test call."
            """).With([_id, _note, .. _location.Options]);
        return Acting(discard, (inbox, parsed, ct) => inbox.DiscardAsync(parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_note), ct));
    }

    private ToolCommand Acting(ToolCommand command, Func<IInboxAccess, ParseResult, CancellationToken, Task<OperatorActionResult>> act)
    {
        command.SetHandler(_context, async (parsed, cancellationToken) =>
        {
            await using var inbox = await _location.OpenAsync(parsed, _context.Time, forAmending: true, cancellationToken);
            return new OperatorActionOutput(parsed.GetRequiredValue(_id), await act(inbox, parsed, cancellationToken));
        });
        return command;
    }

    private async Task<CommandResult> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var query = _query.Read(parsed, _context.Time.GetUtcNow());
        await using var inbox = await _location.OpenAsync(parsed, _context.Time, forAmending: false, cancellationToken);
        return new FollowUpPageOutput(await inbox.ListAsync(query, cancellationToken));
    }

    private async Task<CommandResult> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var inbox = await _location.OpenAsync(parsed, _context.Time, forAmending: false, cancellationToken);
        return new FollowUpOutput(await inbox.GetAsync(parsed.GetRequiredValue(_id), cancellationToken)
            ?? throw new CommandFailure("No webhook was received for this interaction: check its id."));
    }
}

using System.CommandLine;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox</c>: the operators' endpoints without a host.</summary>
internal sealed class InboxCommand
{
    private const int DefaultPage = 50;
    private const int GreatestPage = 500;

    private readonly CommandContext _context;
    private readonly InboxLocation _location = new();
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
        Description = "Continue after this row; the end of a page names it.",
        HelpName = "ROW",
        CustomParser = argument => WholeNumber.Between("--after", 0, int.MaxValue)(argument),
    };

    private readonly Option<string> _note = new("--note")
    {
        Description = "Why, 1 to 1,000 characters; it is kept.",
        HelpName = "TEXT",
        Required = true,
    };

    private InboxCommand(CommandContext context)
    {
        _context = context;
        _state.Validators.Add(result =>
        {
            if (FollowUpEndpoints.Filter(result.GetValueOrDefault<string?>()) is null)
            {
                result.AddError($"--state must be {FollowUpEndpoints.States}.");
            }
        });
    }

    public static Command Create(CommandContext context) => new InboxCommand(context).Create();

    private ToolCommand Create()
    {
        var list = new ToolCommand("list", "Lists follow-ups in the order of their receipt, with counts of all.", """
            cxone-assist inbox list --state parked
            cxone-assist inbox list --inbox data/inbox.db --take 20 --json
            """).With([_state, _take, _after, .. _location.Options]);
        var show = new ToolCommand("show", "Shows one follow-up: its state, the decision with its reasons, the operators' actions.", """
            cxone-assist inbox show 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f
            """).With([_id, .. _location.Options]);
        var replay = new ToolCommand(
            "replay", "Has a follow-up worked on again: one that is parked, waits, was discarded, or ended without a form or unanswered.", """
            cxone-assist inbox replay 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f --note "The agent's id is corrected."
            """).With([_id, _note, .. _location.Options]);
        list.SetHandler(_context, ListAsync);
        show.SetHandler(_context, ShowAsync);
        replay.SetHandler(_context, ReplayAsync);
        return new ToolCommand(
            "inbox", "Reads the inbox of a host, SQLite or PostgreSQL, whether the host runs or not.",
            "cxone-assist inbox list --state parked")
            .With(list, show, replay);
    }

    private async Task<CommandResult> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var inbox = await OpenAsync(parsed, forAmending: false, cancellationToken);
        var filter = FollowUpEndpoints.Filter(parsed.GetValue(_state));
        return new FollowUpPageOutput(await Operations(inbox).ListAsync(
            filter, parsed.GetValue(_after), parsed.GetValue(_take), cancellationToken));
    }

    private async Task<CommandResult> ShowAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var inbox = await OpenAsync(parsed, forAmending: false, cancellationToken);
        var found = await ValidAsync(() => Operations(inbox).GetAsync(parsed.GetRequiredValue(_id), cancellationToken));
        return new FollowUpOutput(
            found ?? throw new CommandFailure("No webhook was received for this interaction: check its id."));
    }

    private async Task<CommandResult> ReplayAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var inbox = await OpenAsync(parsed, forAmending: true, cancellationToken);
        return new OperatorActionOutput(await ValidAsync(() => Operations(inbox).ReplayAsync(
            parsed.GetRequiredValue(_id), parsed.GetRequiredValue(_note), cancellationToken)));
    }

    private Task<ServiceProvider> OpenAsync(
        ParseResult parsed, bool forAmending, CancellationToken cancellationToken) =>
        _location.OpenAsync(parsed, _context.Time, forAmending, cancellationToken);

    private static IFollowUpOperations Operations(ServiceProvider inbox) =>
        inbox.GetRequiredService<IFollowUpOperations>();

    // The operations refuse an invalid id or note with a message for people.
    private static async Task<TResult> ValidAsync<TResult>(Func<Task<TResult>> operation)
    {
        try
        {
            return await operation();
        }
        catch (ArgumentException invalid)
        {
            throw new CommandFailure(invalid.Message, ExitCode.Usage);
        }
    }
}

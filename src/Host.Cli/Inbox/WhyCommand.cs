using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox why</c>.</summary>
internal sealed class WhyCommand
{
    private const int MostShown = 20;

    private readonly CommandContext _context;
    private readonly InboxLocation _location;

    private readonly Argument<string?> _id = new("INTERACTION")
    {
        Description = "The interaction's id.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _customer = new("--customer")
    {
        Description = "All interactions of this customer instead, the newest first.",
        HelpName = "ID",
    };

    private WhyCommand(CommandContext context, InboxLocation location) => (_context, _location) = (context, location);

    public static Command Create(CommandContext context, InboxLocation location) => new WhyCommand(context, location).Create();

    private ToolCommand Create()
    {
        var why = new ToolCommand("why", "Says why an interaction or a customer got a follow-up, or none, or why it waits.", """
            cxone-assist inbox why --customer c-4711
            cxone-assist inbox why 7e9ae164-6a8b-4521-a2d4-58f7c9fff13f
            """).With([_id, _customer, .. _location.Options]);
        why.SetHandler(_context, RunAsync);
        return why;
    }

    private async Task<CommandResult> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (id, customer) = (parsed.GetValue(_id), parsed.GetValue(_customer));
        if (id is null == customer is null)
        {
            throw new CommandFailure("Name an INTERACTION, or a customer with --customer ID.", ExitCode.Usage);
        }

        await using var inbox = await _location.OpenAsync(parsed, _context.Time, forAmending: false, cancellationToken);
        if (id is not null)
        {
            var one = await inbox.GetAsync(id, cancellationToken);
            return new WhyOutput(
                one is null ? [] : [one],
                $"No webhook was received for interaction {id}: keys stay even when contents are deleted.",
                hasMore: false);
        }

        var (found, hasMore) = await CustomerFollowUps.ReadAsync(
            inbox, customer!, "newest", MostShown, _context.Time.GetUtcNow(), cancellationToken);
        return new WhyOutput(
            found,
            $"There is no follow-up for customer {customer}: no webhook named them, or the contents of their follow-ups were deleted.",
            hasMore);
    }
}

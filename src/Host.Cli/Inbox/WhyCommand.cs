using System.CommandLine;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox why</c>.</summary>
internal sealed class WhyCommand
{
    private const string MostShown = "20";

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

        return FollowUpQuery.TryRead(
            [new("customer", customer!), new("order", "newest"), new("take", MostShown)], _context.Time.GetUtcNow(), out var query, out var error)
            ? await OfCustomerAsync(inbox, query, customer!, cancellationToken)
            : throw new CommandFailure("--" + error, ExitCode.Usage);
    }

    private static async Task<CommandResult> OfCustomerAsync(
        IInboxAccess inbox, FollowUpQuery query, string customer, CancellationToken cancellationToken)
    {
        List<FollowUpDetails> found = [];
        long? next = 0;
        while (next is { } after && found.Count < query.Take)
        {
            // A page may be short, and have a next one all the same.
            var page = await inbox.ListAsync(query.From(after), cancellationToken);
            foreach (var item in page.Items)
            {
                // Who discarded it, and why, is not in lists.
                found.Add(await inbox.GetAsync(item.InteractionId, cancellationToken) ?? item);
            }

            next = page.Next;
        }

        return new WhyOutput(
            found,
            $"There is no follow-up for customer {customer}: no webhook named them, or the contents of their follow-ups were deleted.",
            hasMore: next is not null);
    }
}

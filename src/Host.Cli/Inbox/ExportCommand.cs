using System.CommandLine;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox export</c>: a customer's right to a copy.</summary>
internal sealed class ExportCommand
{
    private readonly CommandContext _context;
    private readonly InboxLocation _location;
    private readonly Option<string> _customer = CustomerOption.Create();

    private ExportCommand(CommandContext context, InboxLocation location) => (_context, _location) = (context, location);

    public static Command Create(CommandContext context, InboxLocation location) => new ExportCommand(context, location).Create();

    private ToolCommand Create()
    {
        var export = new ToolCommand("export", "Writes all that is kept of a customer as one JSON document.", """
            cxone-assist inbox export --customer c-4711 > c-4711.json
            """).With([_customer, .. _location.Options]);
        export.SetHandler(_context, RunAsync);
        return export;
    }

    private async Task<CommandResult> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var customer = parsed.GetRequiredValue(_customer);
        await using var inbox = await _location.OpenAsync(parsed, _context.Time, forAmending: false, cancellationToken);
        if (!FollowUpQuery.TryRead([new("customer", customer)], _context.Time.GetUtcNow(), out var query, out var error))
        {
            throw new CommandFailure("--" + error, ExitCode.Usage);
        }

        List<FollowUpDetails> found = [];
        long? next = 0;
        while (next is { } after)
        {
            var page = await inbox.ListAsync(query.From(after), cancellationToken);
            foreach (var item in page.Items)
            {
                // Lists leave out what makes them long.
                found.Add(await inbox.GetAsync(item.InteractionId, cancellationToken) ?? item);
            }

            next = page.Next;
        }

        return new ExportOutput(customer, _context.Time.GetUtcNow(), found);
    }
}

using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;

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
        var now = _context.Time.GetUtcNow();
        var (found, _) = await CustomerFollowUps.ReadAsync(inbox, customer, "oldest", int.MaxValue, now, cancellationToken);
        return new ExportOutput(customer, now, found);
    }
}

using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The command <c>inbox forget</c>: a customer's right to deletion.</summary>
internal sealed class ForgetCommand
{
    private readonly CommandContext _context;
    private readonly InboxLocation _location;
    private readonly Option<string> _customer = CustomerOption.Create();

    private readonly Option<string> _note = new("--note")
    {
        Description = "Why, 1 to 1,000 characters; it is kept, so do not name the customer.",
        HelpName = "WHY",
        Required = true,
    };

    private ForgetCommand(CommandContext context, InboxLocation location) => (_context, _location) = (context, location);

    public static Command Create(CommandContext context, InboxLocation location) => new ForgetCommand(context, location).Create();

    private ToolCommand Create()
    {
        var forget = new ToolCommand(
            "forget",
            "Deletes the contents of a customer's follow-ups that have ended. Their keys stay: a repeated webhook is a duplicate.", """
            cxone-assist inbox forget --customer c-4711 --note "Request 2026-117 for deletion."
            """).With([_customer, _note, .. _location.Options]);
        forget.SetHandler(_context, RunAsync);
        return forget;
    }

    private async Task<CommandResult> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var inbox = await _location.OpenAsync(parsed, _context.Time, forAmending: true, cancellationToken);
        return new ForgetOutput(await inbox.ForgetCustomerAsync(
            parsed.GetRequiredValue(_customer), parsed.GetRequiredValue(_note), cancellationToken));
    }
}

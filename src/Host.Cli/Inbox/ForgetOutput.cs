using System.Text.Json;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>What of a customer was deleted, and what is left.</summary>
internal sealed class ForgetOutput(ForgetCustomerResult result) : CommandResult
{
    public override int Code => result is { Forgotten: > 0, Left: [] } ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal)
    {
        if (result is { Forgotten: 0, Left: [] })
        {
            terminal.WriteVerbatim("No follow-up with contents of this customer is kept: nothing was deleted. Check the id.");
            return;
        }

        terminal.WriteVerbatim($"The contents of {Format.Count(result.Forgotten, "follow-up")} were deleted.");
        if (result.Left.Count > 0)
        {
            terminal.WriteVerbatim("These stay for now: they have not ended, or were being worked on. Discard them, or let them end, and run this again:");
            foreach (var interaction in result.Left)
            {
                terminal.WriteVerbatim("  " + SafeText.Clean(interaction));
            }
        }
    }

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, result, FollowUpJson.Default.ForgetCustomerResult);
}

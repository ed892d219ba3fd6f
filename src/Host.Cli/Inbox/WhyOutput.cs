using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>Why there was a follow-up or none, for each interaction that was found.</summary>
/// <param name="found">The follow-ups, the newest first.</param>
/// <param name="nothing">What it means that there is none.</param>
/// <param name="hasMore">Whether there are older ones.</param>
internal sealed class WhyOutput(IReadOnlyList<FollowUpDetails> found, string nothing, bool hasMore) : CommandResult
{
    public override int Code => found.Count > 0 ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal)
    {
        if (found.Count == 0)
        {
            terminal.WriteVerbatim(SafeText.Clean(nothing));
        }

        foreach (var followUp in found)
        {
            Show(terminal, followUp);
        }

        if (hasMore)
        {
            terminal.WriteVerbatim("There are older ones: see 'inbox list' with --customer and --order newest.");
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("followUps");
        foreach (var followUp in found)
        {
            JsonSerializer.Serialize(json, followUp, FollowUpJson.Default.FollowUpDetails);
        }

        json.WriteEndArray();
        json.WriteBoolean("more", hasMore);
        if (found.Count == 0)
        {
            json.WriteString("explanation", nothing);
        }

        json.WriteEndObject();
    }

    private static void Show(Terminal terminal, FollowUpDetails followUp)
    {
        terminal.WriteVerbatim(SafeText.Clean(
            $"Interaction {followUp.InteractionId}, received {Format.UtcTimeWithZone(followUp.ReceivedAt)}, {StateText.Describe(followUp)}"));
        terminal.WriteVerbatim("  " + SafeText.Clean(followUp.Explanation));
        foreach (var reason in followUp.Decision?.Reasons ?? [])
        {
            terminal.WriteVerbatim("  - " + SafeText.Clean(reason));
        }

        terminal.WriteVerbatim();
    }
}

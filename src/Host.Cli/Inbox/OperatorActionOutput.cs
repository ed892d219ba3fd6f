using System.Text.Json;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The result of an operator's action.</summary>
/// <param name="interactionId">The interaction that it was meant for.</param>
/// <param name="result">The result.</param>
internal sealed class OperatorActionOutput(string interactionId, OperatorActionResult result) : CommandResult
{
    public override int Code => result.Outcome == OperatorActionOutcome.Applied ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal) => terminal.WriteVerbatim(SafeText.Clean($"{interactionId}: {result.Message}"));

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new OperatorActionDocument(JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()), result.Message),
        ToolJson.Default.OperatorActionDocument);
}

internal sealed record OperatorActionDocument(string Outcome, string Message);

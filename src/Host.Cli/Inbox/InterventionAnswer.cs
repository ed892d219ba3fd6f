using System.Text.Json;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>What came of an intervention.</summary>
internal sealed class InterventionAnswer(InterventionResult result) : CommandResult
{
    public override int Code => result.Outcome == InterventionOutcome.Applied ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal) => terminal.WriteVerbatim(result.Message);

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new InterventionDocument(JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()), result.Message),
        ToolJson.Default.InterventionDocument);
}

internal sealed record InterventionDocument(string Outcome, string Message);

using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The output of a backtest.</summary>
internal sealed class BacktestOutput(BacktestResult result) : CommandResult
{
    /// <summary>Skipped rows need a person's attention, as does a policy that leaves most answers to a person.</summary>
    public override int Code => result.Bad.Count == 0 && result.Warnings.Count == 0 ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal) => new BacktestPage(result).Show(terminal);

    public override void Write(Utf8JsonWriter json) =>
        JsonSerializer.Serialize(json, new BacktestDocument(result), ToolJson.Default.BacktestDocument);
}

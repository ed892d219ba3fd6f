using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>A backtest's answer.</summary>
internal sealed class BacktestAnswer(BacktestResult result) : CommandResult
{
    /// <summary>Rows that were passed over are for somebody to look at.</summary>
    public override int Code => result.Bad.Count == 0 ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal) => new BacktestPage(result).Show(terminal);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        BacktestJson.WriteRun(json, result.Policy);
        BacktestJson.WriteBad(json, result.Bad);
        json.WriteNumber("notUtf8", result.Bad.Undecoded);
        json.WriteString("zone", result.Zone.Id);
        json.WriteStartObject("columns");
        foreach (var (what, column) in result.Columns)
        {
            json.WriteString(what, column);
        }

        json.WriteEndObject();
        json.WriteStartArray("notFound");
        foreach (var what in result.NotFound)
        {
            json.WriteStringValue(what);
        }

        json.WriteEndArray();
        if (result.Against is not null)
        {
            json.WriteStartObject("against");
            BacktestJson.WriteRun(json, result.Against);
            json.WriteEndObject();
            MovesJson.Write(json, result.Moves);
        }

        json.WriteEndObject();
    }
}

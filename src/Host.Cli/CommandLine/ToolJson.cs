using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Checking;
using CxoneAssist.Host.Cli.Inbox;
using CxoneAssist.Host.Cli.Policies;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>
/// The documents of the tool's own commands; those for follow-ups are the host's.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(BacktestDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(ExplainDocument))]
[JsonSerializable(typeof(LintDocument))]
[JsonSerializable(typeof(OperatorActionDocument))]
internal sealed partial class ToolJson : JsonSerializerContext;

internal sealed record ErrorDocument(string Error);

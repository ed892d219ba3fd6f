using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Checking;

/// <summary>What a tenant's check has found, a line each.</summary>
internal sealed class CheckAnswer(IReadOnlyList<Finding> findings) : CommandResult
{
    public override int Code => findings.Any(finding => finding is { Check: TenantCheck.Settings, Verdict: Verdict.Failed })
        ? ExitCode.WrongSetting
        : findings.Any(finding => finding.Verdict == Verdict.Failed) ? ExitCode.Findings : ExitCode.Ok;

    public override void Show(Terminal terminal)
    {
        var sheet = new TextTable().Text("Check").Text("Result").Sentence("What was found, and what to do");
        foreach (var finding in findings)
        {
            sheet.Row(finding.Check, Format.Words(finding.Verdict), finding.Remedy is null ? finding.Result : $"{finding.Result} {finding.Remedy}");
        }

        sheet.Show(terminal);
        terminal.WriteVerbatim(Code == ExitCode.Ok ? "Ready. Nothing was created." : "Not ready: see what failed above. Nothing was created.");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("ready", Code == ExitCode.Ok);
        json.WriteStartArray("checks");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("check", finding.Check);
            json.WriteString("verdict", Format.Words(finding.Verdict));
            json.WriteString("result", finding.Result);
            json.WriteString("remedy", finding.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

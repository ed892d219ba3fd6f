using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Checking;

/// <summary>The findings of a tenant's check, one line each.</summary>
internal sealed class CheckOutput(IReadOnlyList<Finding> findings) : CommandResult
{
    public override int Code =>
        findings.Any(finding => finding is { Check: TenantCheck.Settings, Verdict: Verdict.Failed })
            ? ExitCode.WrongSetting
            : findings.Any(finding => finding.Verdict == Verdict.Failed) ? ExitCode.Findings : ExitCode.Ok;

    public override void Show(Terminal terminal)
    {
        var sheet = new TextTable().Text("Check").Text("Result").Sentence("What was found, and what to do");
        foreach (var finding in findings)
        {
            sheet.Row(
                finding.Check,
                Format.Words(finding.Verdict),
                finding.Remedy is null ? finding.Result : $"{finding.Result} {finding.Remedy}");
        }

        sheet.Show(terminal);
        terminal.WriteVerbatim(
            Code == ExitCode.Ok
                ? "Ready. Nothing was created."
                : "Not ready: see what failed above. Nothing was created.");
    }

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new CheckDocument(Code == ExitCode.Ok, findings.Select(finding => new FindingDocument(
            finding.Check, Format.Words(finding.Verdict), finding.Result, finding.Remedy))),
        ToolJson.Default.CheckDocument);
}

internal sealed record CheckDocument(bool Ready, IEnumerable<FindingDocument> Checks);

internal sealed record FindingDocument(string Check, string Verdict, string Result, string? Remedy);

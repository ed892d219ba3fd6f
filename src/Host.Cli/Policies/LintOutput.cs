using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>
/// Findings in policy files, one line each in the format of compilers, so that editors can jump
/// there.
/// </summary>
internal sealed class LintOutput(IReadOnlyList<(string File, IReadOnlyList<PolicyFinding> Findings)> files)
    : CommandResult
{
    private int Count => files.Sum(file => file.Findings.Count);

    public override int Code => Count == 0 ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal)
    {
        foreach (var (file, findings) in files)
        {
            foreach (var finding in findings)
            {
                var place = FormattableString.Invariant(
                    $"{file}({finding.Line},{finding.Column}): {Format.Words(finding.Severity)} {finding.Rule}: ");
                terminal.WriteVerbatim(SafeText.Clean($"{place}{finding.Path}: {finding.Message} {finding.Remedy}"));
            }
        }

        terminal.WriteVerbatim($"{Format.Count(files.Count, "file")}, {Format.Count(Count, "finding")}.");
    }

    public override void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(
        json,
        new LintDocument(
            Count, files.Select(file => new LintedFileDocument(file.File, file.Findings.Select(Document)))),
        ToolJson.Default.LintDocument);

    private static LintFindingDocument Document(PolicyFinding finding) => new(
        Format.Words(finding.Severity), finding.Rule, finding.Line, finding.Column, finding.Path, finding.Message,
        finding.Remedy);
}

internal sealed record LintDocument(int Findings, IEnumerable<LintedFileDocument> Files);

internal sealed record LintedFileDocument(string File, IEnumerable<LintFindingDocument> Findings);

internal sealed record LintFindingDocument(
    string Severity, string Rule, int Line, int Column, string Path, string Message, string? Remedy);

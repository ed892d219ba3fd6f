using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>What was found in policies' files, a line each as compilers write them, so that editors can jump there.</summary>
internal sealed class LintAnswer(IReadOnlyList<(string File, IReadOnlyList<PolicyFinding> Findings)> files) : CommandResult
{
    private int Count => files.Sum(file => file.Findings.Count);

    public override int Code => Count == 0 ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal)
    {
        foreach (var (file, findings) in files)
        {
            foreach (var finding in findings)
            {
                var place = FormattableString.Invariant($"{file}({finding.Line},{finding.Column}): {Format.Words(finding.Severity)} {finding.Rule}: ");
                terminal.WriteVerbatim(SafeText.Clean($"{place}{finding.Path}: {finding.Message} {finding.Remedy}"));
            }
        }

        terminal.WriteVerbatim($"{Format.Count(files.Count, "file")}, {Format.Count(Count, "finding")}.");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("findings", Count);
        json.WriteStartArray("files");
        foreach (var (file, findings) in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PolicyFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("severity", Format.Words(finding.Severity));
        json.WriteString("rule", finding.Rule);
        json.WriteNumber("line", finding.Line);
        json.WriteNumber("column", finding.Column);
        json.WriteString("path", finding.Path);
        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
        json.WriteEndObject();
    }
}

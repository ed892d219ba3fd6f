using System.Text;
using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Host.Cli.Tests.Running;

/// <summary>Runs the tool's commands within the test's process.</summary>
internal static class Tool
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    public static Task<ToolRun> RunAsync(params string[] args) => RunOnAsync("", args);

    /// <summary>The same with something on standard input.</summary>
    public static async Task<ToolRun> RunOnAsync(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var context = new CommandContext(output, errors, () => new MemoryStream(Encoding.UTF8.GetBytes(input)), new FakeTimeProvider(Now));
        var code = await ToolCommandLine.RunAsync(args, context);
        return new ToolRun(code, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }
}

/// <summary>The result of a run.</summary>
internal sealed record ToolRun(int Code, string Output, string Errors)
{
    /// <summary>Standard output, which must be one JSON document.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}

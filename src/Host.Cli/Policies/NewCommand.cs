using System.CommandLine;
using System.Text;
using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The command <c>policy new</c>: a sample to begin with.</summary>
internal static class NewCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME")
        {
            Description = $"The sample: {string.Join("; ", SamplePolicies.All.Select(one => $"{one.Name}, {one.Shows}"))}.",
        };
        var output = new Option<string?>("--output")
        {
            Description = "Write it to a new file, in UTF-8. Default standard output.",
            HelpName = "FILE.json",
        };
        var command = new ToolCommand("new", "Writes a sample policy to begin with, as plain JSON.", """
            cxone-assist policy new retail > my-policy.json
            cxone-assist policy new nps --output nps.json
            """).With(name, output);
        command.SetHandler(context, async (parsed, cancellationToken) =>
        {
            var sample = Find(parsed.GetRequiredValue(name));
            if (parsed.GetValue(output) is not { } path)
            {
                return new SampleOutput(sample);
            }

            await WriteAsync(path, sample, cancellationToken);
            return new WrittenOutput(path);
        });
        return command;
    }

    private static byte[] Find(string name) => SamplePolicies.Find(name) ?? throw new CommandFailure(
        $"There is no sample '{SafeText.Clean(name)}'. "
            + (SamplePolicies.Nearest(name) is { } nearest ? $"Did you mean {nearest}? " : "")
            + $"The samples are {string.Join(", ", SamplePolicies.All.Select(one => one.Name))}; the policy's own name is "
            + "the member 'name' in the file.", ExitCode.Usage);

    private static async Task WriteAsync(string path, byte[] sample, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(sample, cancellationToken);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new CommandFailure($"--output: {path} is there already. Name a new file, or delete it.", ExitCode.Usage);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailure($"--output: {path} cannot be written: {refused.Message}", ExitCode.Usage);
        }
    }

    private sealed class SampleOutput(byte[] sample) : CommandResult
    {
        public override void Show(Terminal terminal) => terminal.WriteVerbatim(Encoding.UTF8.GetString(sample).TrimEnd());

        public override void Write(Utf8JsonWriter json)
        {
            using var document = JsonDocument.Parse(sample);
            document.WriteTo(json);
        }
    }

    private sealed class WrittenOutput(string path) : CommandResult
    {
        public override void Show(Terminal terminal) =>
            terminal.WriteVerbatim(SafeText.Clean($"The sample is in {path}. Check it with cxone-assist policy lint."));

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteString("file", path);
            json.WriteEndObject();
        }
    }
}

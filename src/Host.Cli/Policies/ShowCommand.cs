using System.CommandLine;
using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The command <c>policy show</c>.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The policy's file." };
        var command = new ToolCommand("show", "Shows a policy as tables that can be read and signed off.", """
            cxone-assist policy show policy.json
            """).With(file);
        command.SetHandler(context, async (parsed, cancellationToken) =>
            new ShowOutput(await PolicyFiles.ReadAsync(parsed.GetRequiredValue(file), cancellationToken)));
        return command;
    }

    private sealed class ShowOutput(FollowUpPolicy policy) : CommandResult
    {
        public override void Show(Terminal terminal) => new PolicyPage(policy).Show(terminal);

        public override void Write(Utf8JsonWriter json)
        {
            using var document = JsonDocument.Parse(FollowUpPolicyFile.Write(policy));
            json.WriteStartObject();
            json.WriteString("name", policy.Name);
            json.WriteString("hash", policy.Hash);
            json.WritePropertyName("policy");
            document.WriteTo(json);
            json.WriteEndObject();
        }
    }
}

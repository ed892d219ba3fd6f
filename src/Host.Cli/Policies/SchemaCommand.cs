using System.CommandLine;
using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The command <c>policy schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new ToolCommand("schema", "Prints the JSON Schema of policies, for editors.", """
            cxone-assist policy schema > follow-up-policy.schema.json
            """);
        command.SetHandler(context, (_, _) => Task.FromResult<CommandResult>(new SchemaOutput()));
        return command;
    }

    private sealed class SchemaOutput : CommandResult
    {
        public override void Show(Terminal terminal) => terminal.WriteVerbatim(FollowUpPolicyFile.Schema.TrimEnd());

        public override void Write(Utf8JsonWriter json)
        {
            using var schema = JsonDocument.Parse(FollowUpPolicyFile.Schema);
            schema.WriteTo(json);
        }
    }
}

using System.CommandLine;
using System.Text.Json;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Showing;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The command <c>policy schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create(Surroundings around)
    {
        var command = new ToolCommand("schema", "Prints the JSON Schema of policies, for editors.", """
            cxone-assist policy schema > follow-up-policy.schema.json
            """);
        command.Answers(around, (_, _) => Task.FromResult<Answer>(new SchemaAnswer()));
        return command;
    }

    private sealed class SchemaAnswer : Answer
    {
        public override void Show(Terminal terminal) => terminal.WriteVerbatim(FollowUpPolicyFile.Schema.TrimEnd());

        public override void Write(Utf8JsonWriter json)
        {
            using var schema = JsonDocument.Parse(FollowUpPolicyFile.Schema);
            schema.WriteTo(json);
        }
    }
}

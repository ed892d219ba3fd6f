using System.CommandLine;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The command <c>policy lint</c>.</summary>
internal static class LintCommand
{
    public static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE") { Description = "Policies.", Arity = ArgumentArity.OneOrMore };
        var command = new ToolCommand(
            "lint", "Checks policies for errors, and for rules that are valid but probably not intended. Exit code 1 where it finds any.", """
            cxone-assist policy lint policies/*.json
            cxone-assist policy lint policy.json --json
            """).With(files);
        command.SetHandler(context, (parsed, cancellationToken) => Task.Run<CommandResult>(
            () => new LintOutput([.. parsed.GetRequiredValue(files).Select(file => (file, Lint(file, context.Time)))]),
            cancellationToken).WaitAsync(cancellationToken));
        return command;
    }

    private static IReadOnlyList<PolicyFinding> Lint(string file, TimeProvider time) =>
        PolicyLint.Check(
            FollowUpPolicyFile.Read(PolicyFiles.Bytes(file)), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
}

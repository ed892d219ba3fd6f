using System.CommandLine;
using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>
/// The command <c>policy</c>: everything that can be done with a policy before it is in force.
/// </summary>
internal static class PolicyCommand
{
    public static Command Create(CommandContext context) =>
        new ToolCommand("policy", "Writes, reads, explains and tries follow-up policies.", """
            cxone-assist policy new retail > policy.json
            cxone-assist policy lint policy.json
            cxone-assist policy backtest policy.json --input surveys.csv
            """).With(
                NewCommand.Create(context), LintCommand.Create(context), ShowCommand.Create(context), ExplainCommand.Create(context),
                SchemaCommand.Create(context),
                BacktestCommand.Create(context));
}

using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Startup;

namespace CxoneAssist.Host.Cli.Serve;

/// <summary>
/// The command <c>serve</c>: the web host. All that follows the command goes to the host, which reads it as .NET
/// reads settings, checks the names, and has a help of its own.
/// </summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private const string Line = "cxone-assist " + Name;

    /// <summary>Shows it in the tool's help; what it does is done before the tool reads the line.</summary>
    public static Command Create()
    {
        var command = new ToolCommand(
            Name, $"Runs the service: takes webhooks, creates tasks, notifies agents. Its settings: {Line} --help.", Line);
        command.SetHandler((_, _) => throw new CommandFailure($"{Name} comes first: {Line} [--SETTING=VALUE ...].", ExitCode.Usage));
        return command;
    }

    public static bool IsMeant(string[] args) => args is [Name, ..];

    /// <summary>Runs the service until it is stopped.</summary>
    /// <returns>The host's exit code.</returns>
    public static Task<int> RunAsync(string[] args) => Web.Startup.HostRunner.RunAsync(args[1..], ServiceHost.Build, Line);
}

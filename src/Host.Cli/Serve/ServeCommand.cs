using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Startup;

namespace CxoneAssist.Host.Cli.Serve;

/// <summary>
/// The command <c>serve</c>: the web host. All arguments after it go to the host, which reads them
/// as .NET reads settings, checks the names, and has its own help.
/// </summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    private const string Line = "cxone-assist " + Name;

    /// <summary>
    /// Lists the command in the tool's help; the host runs before the tool parses the command line.
    /// </summary>
    public static Command Create()
    {
        var command = new ToolCommand(
            Name, $"Runs the service: receives webhooks, creates tasks, notifies agents. Its settings: {Line} --help.",
            Line);
        command.SetHandler(
            (_, _) =>
                throw new CommandFailure(
                    $"{Name} must be the first argument: {Line} [--SETTING=VALUE ...].", ExitCode.Usage));
        return command;
    }

    public static bool IsMeant(string[] args) => args is [Name, ..];

    /// <summary>Runs the service until it is stopped.</summary>
    /// <returns>The host's exit code.</returns>
    public static Task<int> RunAsync(string[] args) =>
        Web.Startup.HostRunner.RunAsync(args[1..], ServiceHost.Build, Line);
}

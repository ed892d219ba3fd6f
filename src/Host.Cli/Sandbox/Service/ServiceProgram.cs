using CxoneAssist.Host.Cli.Serve;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The service under test.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ServiceProgram(string Name, string Assembly, params IReadOnlyList<string> Arguments)
{
    /// <summary>
    /// The tool itself, named by its assembly: the process may be dotnet, or the launcher of an
    /// installed tool.
    /// </summary>
    public static ServiceProgram Own => new(
        "cxone-assist " + ServeCommand.Name, typeof(ServiceProgram).Assembly.Location, ServeCommand.Name);

    public static ServiceProgram FromAssembly(string assembly) =>
        new(Path.GetFileName(assembly), Path.GetFullPath(assembly));
}

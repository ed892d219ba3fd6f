using CxoneAssist.Host.Cli.Serve;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The service under test.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="File">The program to start.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ServiceProgram(string Name, string File, params IReadOnlyList<string> Arguments)
{
    private const string Assembly = "CxoneAssist.Host.Cli.dll";

    /// <summary>The tool itself.</summary>
    public static ServiceProgram Own => Tool(Environment.ProcessPath ?? DotnetCommand.Path());

    public static ServiceProgram FromAssembly(string assembly) =>
        new(Path.GetFileName(assembly), DotnetCommand.Path(), Path.GetFullPath(assembly));

    /// <summary>The tool, as a process runs it.</summary>
    /// <param name="process">The program of the process.</param>
    /// <remarks>
    /// A single file has no assembly next to it, and its machine may have no <c>dotnet</c>, so it
    /// starts itself. The launcher of an installed tool can do so too; only <c>dotnet</c> needs the
    /// assembly.
    /// </remarks>
    internal static ServiceProgram Tool(string process)
    {
        const string name = "cxone-assist " + ServeCommand.Name;
        return DotnetCommand.Is(process)
            ? new(name, process, Path.Combine(AppContext.BaseDirectory, Assembly), ServeCommand.Name)
            : new(name, process, ServeCommand.Name);
    }
}

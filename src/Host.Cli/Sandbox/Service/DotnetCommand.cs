using System.Runtime.InteropServices;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The <c>dotnet</c> that this program runs on; it may be missing from the path.</summary>
internal static class DotnetCommand
{
    private const string Name = "dotnet";

    /// <summary>Its file; its name where this program brings its runtime along.</summary>
    public static string Path()
    {
        var name = OperatingSystem.IsWindows() ? Name + ".exe" : Name;

        // <root>/shared/Microsoft.NETCore.App/<version>/
        var own = System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(own) ? own : name;
    }

    /// <summary>Whether a program is <c>dotnet</c>.</summary>
    public static bool Is(string program) =>
        System.IO.Path.GetFileNameWithoutExtension(program).Equals(Name, StringComparison.OrdinalIgnoreCase);
}

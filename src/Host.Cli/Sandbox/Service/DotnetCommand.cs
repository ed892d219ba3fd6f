using System.Runtime.InteropServices;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The <c>dotnet</c> that this program runs on; it may be missing from the path.</summary>
internal static class DotnetCommand
{
    public static string Path()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

        // <root>/shared/Microsoft.NETCore.App/<version>/
        var own = System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(own) ? own : name;
    }
}

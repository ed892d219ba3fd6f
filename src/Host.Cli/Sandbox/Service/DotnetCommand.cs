using System.Runtime.InteropServices;

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The <c>dotnet</c> this program runs on, which need not be on the path.</summary>
internal static class DotnetCommand
{
    public static string Path()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

        // <root>/shared/Microsoft.NETCore.App/<version>/
        var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }
}

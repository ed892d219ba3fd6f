using System.Diagnostics;

namespace CxoneAssist.Tests.Shared.PostgreSql;

/// <summary>
/// PostgreSQL's own programs, as an unprivileged user where these tests run as root: the server
/// refuses root.
/// </summary>
internal static class ServerProgram
{
    private const string User = "postgres";

    /// <summary>Why this machine cannot run a server; <c>null</c> where it can.</summary>
    public static string? Missing =>
        Folder is null ? "PostgreSQL's server programs are not on this machine." :
        IsRoot && Find("setpriv") is null ? "The server refuses root, and setpriv is not installed to start it as another user." :
        null;

    private static bool IsRoot => Environment.UserName == "root";

    // Debian keeps them out of the path, one folder a version.
    private static string? Folder { get; } = new[] { "/usr/lib/postgresql", "/usr/local/lib/postgresql" }
        .Where(Directory.Exists)
        .SelectMany(Directory.GetDirectories)
        .OrderByDescending(version => version, StringComparer.Ordinal)
        .Select(version => Path.Combine(version, "bin"))
        .Append(Path.GetDirectoryName(Find("postgres")) ?? "")
        .FirstOrDefault(folder => IsThere(Path.Combine(folder, "postgres")) && IsThere(Path.Combine(folder, "initdb")));

    /// <summary>A folder that the server's user owns, under one that it may pass through.</summary>
    public static async Task<string> MakeFolderAsync(string parent)
    {
        var folder = Path.Combine(parent, "data");
        if (!IsRoot || OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        File.SetUnixFileMode(parent, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        await RunAsync(new ProcessStartInfo("install", ["-d", "-o", User, "-m", "700", folder]));
        return folder;
    }

    /// <summary>How to start one of them.</summary>
    public static ProcessStartInfo Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Folder ?? throw new InvalidOperationException(Missing), program);
        var start = IsRoot
            ? new ProcessStartInfo("setpriv", [$"--reuid={User}", $"--regid={User}", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.Environment["LC_ALL"] = "C";
        start.WorkingDirectory = "/";
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        return start;
    }

    /// <summary>Runs a program until it exits.</summary>
    public static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        if (start.RedirectStandardOutput)
        {
            await process.StandardOutput.ReadToEndAsync();
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} failed: {await errors}");
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(IsThere);

    // A link that leads nowhere, as an uninstalled server may leave it, exists as a file.
    private static bool IsThere(string path) =>
        File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true) is not { } target || target.Exists);
}

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Opens files that the command line names.</summary>
internal static class InputFile
{
    private static readonly StringComparison Names =
        OperatingSystem.IsLinux() || OperatingSystem.IsFreeBSD()
            ? StringComparison.Ordinal
            : StringComparison.OrdinalIgnoreCase;

    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (ArgumentException)
        {
            throw new CommandFailure("A file name is empty or not valid.", ExitCode.Usage);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new CommandFailure($"{path} is a folder: name a file in it.", ExitCode.Usage);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailure($"There is no file {path}.", ExitCode.Usage);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {unreadable.Message}", ExitCode.Usage);
        }
    }

    /// <summary>The full path with all links resolved.</summary>
    /// <exception cref="IOException">The links form a cycle.</exception>
    /// <exception cref="ArgumentException">The path is not valid.</exception>
    public static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        var followed = new FileInfo(full) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : full;
        return Path.GetDirectoryName(followed) is { } folder
            ? Path.Combine(RealFolder(folder), Path.GetFileName(followed))
            : followed;
    }

    /// <summary>Whether two resolved paths name the same file.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, Names);

    private static string RealFolder(string folder)
    {
        var link = new DirectoryInfo(folder);
        var followed = link.LinkTarget is null ? folder : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return Path.GetDirectoryName(followed) is { } parent
            ? Path.Combine(RealFolder(parent), Path.GetFileName(followed))
            : followed;
    }
}

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>
/// Makes folders and files that only the host's own user can read, where the system knows such
/// rights: customers are in them. What is there already stays as its owner made it. SQLite gives a
/// database's journals the database's own rights.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Folder);
        }
    }

    /// <summary>
    /// Makes an empty file where there is none. Where that fails, the next step, opening the file,
    /// reports the reason.
    /// </summary>
    public static void MakeFile(string path)
    {
        try
        {
            Open(path, FileMode.CreateNew).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is there already, or cannot be.
        }
    }

    /// <summary>Opens a file so that no other process can open it meanwhile.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }
}

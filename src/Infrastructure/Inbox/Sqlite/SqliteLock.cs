namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>
/// One host per file: a file next to it, held open without sharing. The system lets go of it however
/// the process ends. SQLite's own exclusive mode would shut readers out as well.
/// </summary>
internal static class SqliteLock
{
    /// <exception cref="InboxStartException">Another process holds it, or it cannot be made.</exception>
    public static FileStream Acquire(SqliteFile file)
    {
        var path = file.Path + ".lock";
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(path)!);
            return PrivateFiles.Open(path, FileMode.OpenOrCreate);
        }
        catch (IOException error) when (IsHeld(error, path))
        {
            throw file.Refuse($"is in use by another process, which holds '{path}': stop that one or name another file", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw file.Refuse("is in a folder that cannot be written to", error);
        }
    }

    // Subclasses say what else is wrong (no such folder, too long a path); the plain one with the
    // file in place means it is held.
    private static bool IsHeld(IOException error, string path) =>
        error.GetType() == typeof(IOException) && File.Exists(path);
}

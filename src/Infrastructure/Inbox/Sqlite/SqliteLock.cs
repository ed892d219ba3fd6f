using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>
/// One host per file: a file next to it, held open without sharing, and a claim on the database itself. The system lets
/// go of both however the process ends. SQLite's own exclusive mode would shut readers out as well.
/// </summary>
internal sealed class SqliteLock : IDisposable
{
    private const string UsedHere =
        "is in use by another host in this process: give each a file of its own, since interaction ids are unique in a tenant only";

    private readonly FileStream _lockFile;
    private readonly FileClaim _claim;

    private SqliteLock(FileStream lockFile, FileClaim claim) => (_lockFile, _claim) = (lockFile, claim);

    /// <summary>Takes both, and makes the database file where there is none.</summary>
    /// <exception cref="InboxStartException">Another process holds one of them, or they cannot be made.</exception>
    public static SqliteLock Acquire(SqliteFile file)
    {
        if (Directory.Exists(file.Path))
        {
            throw file.Refuse("is a folder: name a file in it");
        }

        var lockFile = OpenLockFile(file, file.Path + ".lock");
        PrivateFiles.MakeFile(file.Path);
        if (FileClaim.TryMake(file.Path) is { } claim)
        {
            return new SqliteLock(lockFile, claim);
        }

        lockFile.Dispose();
        throw file.Refuse(
            FileClaim.IsMadeHere(file.Path) ? UsedHere : "is in use by another process, perhaps under another name of the file: stop that one or name another file",
            new IOException("The file is claimed."));
    }

    /// <summary>To be called after SQLite has closed the database.</summary>
    public void Dispose()
    {
        _claim.Dispose();
        _lockFile.Dispose();
    }

    private static FileStream OpenLockFile(SqliteFile file, string path)
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(path)!);
            return PrivateFiles.Open(path, FileMode.OpenOrCreate);
        }
        catch (IOException error) when (FreeSpace.IsLacking(error))
        {
            throw file.RefuseForSpace(error);
        }
        catch (IOException error) when (IsHeld(error, path))
        {
            throw file.Refuse(
                FileClaim.IsMadeHere(file.Path) ? UsedHere : $"is in use by another process, which holds '{path}': stop that one or name another file",
                error);
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

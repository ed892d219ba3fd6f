using Microsoft.Win32.SafeHandles;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

/// <summary>
/// Holds the database file itself against other hosts, under whatever name they open it, and even where the lock file
/// next to it was removed. On Linux only; elsewhere the lock file alone has to do.
/// </summary>
internal sealed class FileClaim : IDisposable
{
    // Closing any descriptor of a file drops all locks that this process has on it, SQLite's among them. So a second
    // claim within this process is refused before it opens the file.
    private static readonly HashSet<FileIdentity> Claimed = [];

    private readonly FileIdentity? _identity;
    private SafeFileHandle? _handle;

    private FileClaim(FileIdentity? identity) => _identity = identity;

    /// <summary>Claims the file, which has to be there.</summary>
    /// <returns>The claim, to be disposed after SQLite has closed the file; <c>null</c> where another has it.</returns>
    public static FileClaim? TryMake(string path)
    {
        if (!Environment.Is64BitProcess || FileIdentity.Find(path) is not { } identity)
        {
            return new FileClaim(null);
        }

        lock (Claimed)
        {
            if (!Claimed.Add(identity))
            {
                return null;
            }
        }

        var claim = new FileClaim(identity);
        if (claim.TryLock(path))
        {
            return claim;
        }

        claim.Dispose();
        return null;
    }

    /// <summary>Whether this process has a claim on the file.</summary>
    public static bool IsMadeHere(string path)
    {
        lock (Claimed)
        {
            return FileIdentity.Find(path) is { } identity && Claimed.Contains(identity);
        }
    }

    public void Dispose()
    {
        _handle?.Dispose();
        if (_identity is { } identity)
        {
            lock (Claimed)
            {
                Claimed.Remove(identity);
            }
        }
    }

    private bool TryLock(string path)
    {
        try
        {
            _handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return ByteLock.TryTake(_handle);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // SQLite cannot open it either, and says why.
            return true;
        }
    }
}

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

/// <summary>Whether a failure is for want of space: SQLite reports several by codes that say nothing of it.</summary>
internal static class FreeSpace
{
    // What SQLite needs at the start: the index of the journal, 32 KB, and a few pages.
    private const long Least = 128 * 1024;

    private const int NoSpace = 28; // ENOSPC
    private const int OverQuota = 122; // EDQUOT of Linux

    /// <summary>Whether the file system of the folder is as good as full; <c>false</c> where it does not tell.</summary>
    public static bool IsLacking(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace < Least;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    public static bool IsLacking(IOException error) =>
        !OperatingSystem.IsWindows() && error.HResult is NoSpace or OverQuota;
}

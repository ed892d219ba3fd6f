using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

/// <summary>
/// A lock on one byte far behind the end of a file, where SQLite takes none. It belongs to the open file, not to the
/// process: what SQLite locks and closes does not touch it, and two claims within a process meet too. For 64-bit Linux.
/// </summary>
internal static class ByteLock
{
    private const int SetLock = 37; // F_OFD_SETLK
    private const short Exclusive = 1;
    private const long Position = 1L << 62;
    private const int TryAgain = 11;
    private const int NoAccess = 13;

    /// <summary>Takes it until the file is closed.</summary>
    /// <returns>Whether no other has it. A file system without such locks counts as free.</returns>
    public static bool TryTake(SafeFileHandle file)
    {
        var wanted = new Range { Type = Exclusive, Start = Position, Length = 1 };
        return Control(file, SetLock, ref wanted) == 0 || Marshal.GetLastPInvokeError() is not (TryAgain or NoAccess);
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, ref Range range);

    // struct flock of 64-bit Linux.
    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}

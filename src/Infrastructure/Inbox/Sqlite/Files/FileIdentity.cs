using System.Runtime.InteropServices;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

/// <summary>
/// The file that a path leads to: device and inode. It is the same under every name of the file, and another one once
/// the file was replaced.
/// </summary>
internal readonly record struct FileIdentity(ulong Device, ulong Inode)
{
    // Of Linux, on every processor.
    private const int CurrentFolder = -100;
    private const uint WantInode = 0x100;
    private const int Size = 256;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    /// <summary>Whether this system tells: Linux with a C library that has statx (glibc 2.28, musl 1.2.5).</summary>
    public static bool CanBeRead { get; } = OperatingSystem.IsLinux() && HasStatx();

    /// <summary>The identity of the file at the path; <c>null</c> where there is none, or it cannot be asked.</summary>
    public static FileIdentity? Find(string path)
    {
        Span<byte> status = stackalloc byte[Size];
        return CanBeRead && Status(CurrentFolder, path, 0, WantInode, ref MemoryMarshal.GetReference(status)) == 0
            ? new(MemoryMarshal.Read<ulong>(status[DeviceAt..]), MemoryMarshal.Read<ulong>(status[InodeAt..]))
            : null;
    }

    private static bool HasStatx() =>
        NativeLibrary.TryLoad("libc", typeof(FileIdentity).Assembly, DllImportSearchPath.SafeDirectories, out var library)
        && NativeLibrary.TryGetExport(library, "statx", out _);

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, ref byte status);
}

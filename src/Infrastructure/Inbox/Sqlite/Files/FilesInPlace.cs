using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

/// <summary>
/// Whether the files that SQLite holds open are still the ones under their names. SQLite itself goes on writing to files
/// that were deleted, and a webhook stored there is lost when the process ends. Where the system does not tell, they
/// count as in place.
/// </summary>
internal sealed class FilesInPlace
{
    private const string Journal = "-wal";
    private const string Index = "-shm";

    private readonly (string Path, FileIdentity? Opened)[] _files;

    private FilesInPlace(string database) =>
        _files = [.. new[] { "", Journal, Index }.Select(suffix => (database + suffix, FileIdentity.Find(database + suffix)))];

    /// <summary>Remembers the files as they are now, all of them just opened.</summary>
    public static FilesInPlace Remember(SqliteFile file) => new(file.Path);

    public bool AreAll() => Missing() is null;

    /// <exception cref="InboxUnavailableException">One was deleted, moved or replaced.</exception>
    public void Insist()
    {
        if (Missing() is { } path)
        {
            var reason = $"the file '{path}' was deleted, moved or replaced while the host was running. Put the same file "
                + "back, or restart the host to continue with the files that are there.";
            throw new InboxUnavailableException($"The inbox cannot be used: {reason}") { Attention = reason };
        }
    }

    /// <summary>
    /// Whether only the journal is missing, and no other program can have started a new one: only then what it held may
    /// still be moved into the database.
    /// </summary>
    public bool OnlyJournalIsMissing() =>
        Array.TrueForAll(_files, file => FileIdentity.Find(file.Path) is var found
            && (file.Path.EndsWith(Journal, StringComparison.Ordinal) ? found is null && file.Opened is not null : found == file.Opened));

    private string? Missing()
    {
        foreach (var (path, opened) in _files)
        {
            if (FileIdentity.Find(path) != opened)
            {
                return path;
            }
        }

        return null;
    }
}

using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>A temporary folder with an inbox in it.</summary>
internal sealed class InboxFolder : IDisposable
{
    public InboxFolder()
        : this(Directory.CreateTempSubdirectory("inbox-tests-").FullName)
    {
    }

    public InboxFolder(string path) => Path = path;

    public string Path { get; }

    public string File => System.IO.Path.Combine(Path, "inbox.db");

    public SteppedTime Clock { get; init; } = new(Given.Noon);

    public async Task<OpenInbox> OpenAsync(int prefetched = 0, InboxOptions? options = null, string? connectionString = null)
    {
        var slots = new PrefetchBuffer(prefetched);
        var inbox = new SqliteInbox(
            connectionString ?? $"Data Source={File}", options ?? new InboxOptions(), slots, Clock, NullLogger<SqliteInbox>.Instance, SuppressingPolicies.Instance);
        await inbox.OpenAsync(default);
        return new OpenInbox(inbox, inbox, slots, inbox);
    }

    /// <summary>The files as a killed process would leave them: copied as they are while it runs, its journal included.</summary>
    public InboxFolder CopyAsKilled()
    {
        var copy = new InboxFolder { Clock = Clock };
        foreach (var file in new[] { File, File + "-wal" }.Where(System.IO.File.Exists))
        {
            System.IO.File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Another program's connection to the database.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

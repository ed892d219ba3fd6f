using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Testing;

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

    public FakeLogger<SqliteInbox> Logger { get; } = new();

    public async Task<OpenInbox> OpenAsync(int prefetched = 0, InboxOptions? options = null, string? connectionString = null)
    {
        var slots = new PrefetchBuffer(prefetched);
        var inbox = new SqliteInbox(
            connectionString ?? $"Data Source={File}", options ?? new InboxOptions(), slots, Clock, Logger, SuppressingPolicies.Instance);
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

    /// <summary>Keeps the writer from beginning a transaction until it is disposed; what arrives meanwhile forms a group.</summary>
    public HeldWriter HoldTheWriter() => new(Clock);

    /// <summary>Another program's connection to the database.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        connection.Open();
        return connection;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal sealed class HeldWriter : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new();

        public HeldWriter(SteppedTime clock) => clock.Read = () =>
        {
            if (Thread.CurrentThread.Name == "Inbox writer")
            {
                _reached.TrySetResult();
                _released.Task.Wait();
            }
        };

        /// <summary>Done once the writer has something to write, and is held.</summary>
        public Task Reached => _reached.Task;

        public void Dispose() => _released.TrySetResult();
    }
}

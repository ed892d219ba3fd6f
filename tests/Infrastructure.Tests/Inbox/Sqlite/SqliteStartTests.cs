using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
public sealed class SqliteStartTests : SqliteInboxTest
{
    [Test]
    public void Open_EveryConnection_IsDurable()
    {
        var file = SqliteFile.Parse($"Data Source={Folder.File}");
        using var writing = file.OpenForWriting();
        using var reading = file.OpenForReading();
        foreach (var connection in new[] { writing, reading })
        {
            Assert.That(connection.Ask("pragma synchronous"), Is.EqualTo("2"), "FULL");
            Assert.That(connection.Ask("pragma journal_mode"), Is.EqualTo("wal"));
        }
    }

    [Test]
    public async Task OpenAsync_FolderMissingOrFileEmpty_MakesTheDatabase()
    {
        var inner = new InboxFolder(Path.Combine(Folder.Path, "not", "there"));
        await using (var open = await inner.OpenAsync())
        {
            await open.Records.ProbeAsync(default);
        }

        await File.WriteAllBytesAsync(Folder.File, []);
        await using var empty = await Folder.OpenAsync();
        await empty.Records.ProbeAsync(default);
    }

    [Test]
    public async Task OpenAsync_SecondTime_MigratesNothing()
    {
        await (await Folder.OpenAsync()).DisposeAsync();
        var before = Schema();
        await (await Folder.OpenAsync()).DisposeAsync();
        Assert.That(Schema(), Is.EqualTo(before));
        Assert.That(before, Does.StartWith($"{SqliteMigrations.All.Count} "));
    }

    [Test]
    public async Task Location_OfAFileThatHeldNoInbox_IsNewOnce()
    {
        await File.WriteAllBytesAsync(Folder.File, []);
        var made = await Folder.OpenAsync();
        Assert.That(((IOpenedInbox)made.Inbox).Location, Is.EqualTo(new InboxStorage(Folder.File, IsNew: true)));
        await made.DisposeAsync();

        await using var again = await Folder.OpenAsync();
        Assert.That(((IOpenedInbox)again.Inbox).Location, Is.EqualTo(new InboxStorage(Folder.File, IsNew: false)));
    }

    [Test]
    public async Task OpenAsync_HeldByAnotherHost_IsRefusedUntilThatOneStops()
    {
        var first = await Folder.OpenAsync();
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => Folder.OpenAsync());
        Assert.That(refused!.Message, Does.Contain(Folder.File).And.Contain("ConnectionStrings:Inbox").And.Contain("in use by another host in this process"));

        await first.DisposeAsync();
        await (await Folder.OpenAsync()).DisposeAsync();
    }

    [Test]
    public async Task OpenAsync_OtherNameOfAHeldFile_IsRefused()
    {
        await using var first = await Folder.OpenAsync();
        var link = Path.Combine(Folder.Path, "link.db");
        File.CreateSymbolicLink(link, Folder.File);
        await Assert.ThrowsAsync<InboxStartException>(() => Folder.OpenAsync(connectionString: $"Data Source={link}"));
    }

    [Test]
    public async Task OpenAsync_LeasedByAProcessThatWasKilled_GivesTheRowsBackAtOnce()
    {
        await using var killed = await Folder.OpenAsync();
        await killed.Inbox.ReceiveAsync(Given.Interaction(), default);
        await killed.ClaimOneAsync();

        using var left = Folder.CopyAsKilled();
        await using var open = await left.OpenAsync();
        Assert.That((await open.FindAsync("i-1")).Leased, Is.False);
        Assert.That(await open.Inbox.ClaimAsync(10, default), Has.Count.EqualTo(1), "one host per file: no other host can hold the lease");
    }

    [Test]
    public async Task OpenAsync_NewerSchema_IsRefused()
    {
        await (await Folder.OpenAsync()).DisposeAsync();
        Change("pragma user_version = 99");
        await RefusedAsync("newer version");
        Assert.That(Schema(), Does.StartWith("99 "));
    }

    [Test]
    public async Task OpenAsync_DatabaseOfAnotherProgram_IsRefusedAndLeftAsItWas()
    {
        Change("create table t (x); pragma user_version = 1");
        var before = await File.ReadAllBytesAsync(Folder.File);
        await RefusedAsync("another program");
        Assert.That(await File.ReadAllBytesAsync(Folder.File), Is.EqualTo(before));
    }

    [Test]
    public async Task OpenAsync_NotADatabase_IsRefusedAndLeftAsItWas()
    {
        var text = new string('x', 10_000);
        await File.WriteAllTextAsync(Folder.File, text);
        await RefusedAsync("not a SQLite database");
        Assert.That(await File.ReadAllTextAsync(Folder.File), Is.EqualTo(text));
    }

    [Test]
    public async Task OpenAsync_PathThatCannotBeWritten_IsRefused()
    {
        Directory.CreateDirectory(Folder.File);
        await RefusedAsync("is a folder: name a file in it");
        await File.WriteAllTextAsync(Path.Combine(Folder.Path, "file"), "");
        await RefusedAsync("folder that cannot be written", $"Data Source={Path.Combine(Folder.Path, "file", "inbox.db")}");
    }

    [TestCase("", "names no file")]
    [TestCase("Data Source=:memory:", "names no file")]
    [TestCase("Data Source=x.db;Mode=Memory", "names no file")]
    [TestCase("Data Source=x.db;Mode=ReadOnly", "written to")]
    [TestCase("Data Source=file:x.db?mode=memory", "plain path")]
    [TestCase("Host=localhost;Password=hunter2", "not a SQLite connection string")]
    [TestCase("hunter2", "not a SQLite connection string")]
    public async Task OpenAsync_ConnectionStringOfNoUse_IsRefusedWithoutBeingQuoted(string connectionString, string reason)
    {
        var message = await RefusedAsync(reason, connectionString);
        Assert.That(message, Does.Not.Contain("hunter2"));
    }

    [Test]
    public async Task ReceiveAsync_NotOpened_SaysThatTheInboxIsUnavailable()
    {
        var options = new InboxOptions();
        await using var inbox = new SqliteInbox(
            $"Data Source={Folder.File}", options, new PrefetchBuffer(2), Folder.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteInbox>.Instance);
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await inbox.ReceiveAsync(Given.Interaction(), default));
    }

    private async Task<string> RefusedAsync(string reason, string? connectionString = null)
    {
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => Folder.OpenAsync(connectionString: connectionString));
        Assert.That(refused!.Message, Does.Contain(reason).And.Contain("ConnectionStrings:Inbox").And.EndsWith("."));
        Assert.That(refused.Message, Does.Not.Contain('\n'));
        return refused.Message;
    }

    private string Schema()
    {
        using var connection = Folder.Connect();
        return $"{connection.Ask("pragma user_version")} {connection.Ask("select group_concat(sql) from sqlite_schema")}";
    }
}

using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
public sealed class SqliteStartTests
{
    private InboxFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new InboxFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Open_EveryConnection_IsDurable()
    {
        var file = SqliteFile.Parse($"Data Source={_folder.File}");
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
        var inner = new InboxFolder(Path.Combine(_folder.Path, "not", "there"));
        await using (var open = await inner.OpenAsync())
        {
            await open.Records.ProbeAsync(default);
        }

        await File.WriteAllBytesAsync(_folder.File, []);
        await using var empty = await _folder.OpenAsync();
        await empty.Records.ProbeAsync(default);
    }

    [Test]
    public async Task OpenAsync_SecondTime_MigratesNothing()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        var before = Schema();
        await (await _folder.OpenAsync()).DisposeAsync();
        Assert.That(Schema(), Is.EqualTo(before));
        Assert.That(before, Does.StartWith($"{SqliteMigrations.All.Count} "));
    }

    [Test]
    public async Task Location_OfAFileThatHeldNoInbox_IsNewOnce()
    {
        await File.WriteAllBytesAsync(_folder.File, []);
        var made = await _folder.OpenAsync();
        Assert.That(((IOpenedInbox)made.Inbox).Location, Is.EqualTo(new InboxStorage(_folder.File, IsNew: true)));
        await made.DisposeAsync();

        await using var again = await _folder.OpenAsync();
        Assert.That(((IOpenedInbox)again.Inbox).Location, Is.EqualTo(new InboxStorage(_folder.File, IsNew: false)));
    }

    [Test]
    public async Task OpenAsync_HeldByAnotherHost_IsRefusedUntilThatOneStops()
    {
        var first = await _folder.OpenAsync();
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _folder.OpenAsync());
        Assert.That(refused!.Message, Does.Contain(_folder.File).And.Contain("ConnectionStrings:Inbox").And.Contain("in use by another"));

        await first.DisposeAsync();
        await (await _folder.OpenAsync()).DisposeAsync();
    }

    [Test]
    public async Task OpenAsync_OtherNameOfAHeldFile_IsRefused()
    {
        await using var first = await _folder.OpenAsync();
        var link = Path.Combine(_folder.Path, "link.db");
        File.CreateSymbolicLink(link, _folder.File);
        await Assert.ThrowsAsync<InboxStartException>(() => _folder.OpenAsync(connectionString: $"Data Source={link}"));
    }

    [Test]
    public async Task OpenAsync_LeasedByAProcessThatWasKilled_GivesTheRowsBackAtOnce()
    {
        await using var killed = await _folder.OpenAsync();
        await killed.Inbox.ReceiveAsync(Given.Interaction(), default);
        await killed.ClaimOneAsync();

        using var left = _folder.CopyAsKilled();
        await using var open = await left.OpenAsync();
        Assert.That((await open.FindAsync("i-1")).Leased, Is.False);
        Assert.That(await open.Inbox.ClaimAsync(10, default), Has.Count.EqualTo(1), "one host per file: no other host can hold the lease");
    }

    [Test]
    public async Task OpenAsync_NewerSchema_IsRefused()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        Change("pragma user_version = 99");
        await RefusedAsync("newer version");
        Assert.That(Schema(), Does.StartWith("99 "));
    }

    [Test]
    public async Task OpenAsync_DatabaseOfAnotherProgram_IsRefusedAndLeftAsItWas()
    {
        Change("create table t (x); pragma user_version = 1");
        var before = await File.ReadAllBytesAsync(_folder.File);
        await RefusedAsync("another program");
        Assert.That(await File.ReadAllBytesAsync(_folder.File), Is.EqualTo(before));
    }

    [Test]
    public async Task OpenAsync_NotADatabase_IsRefusedAndLeftAsItWas()
    {
        var text = new string('x', 10_000);
        await File.WriteAllTextAsync(_folder.File, text);
        await RefusedAsync("not a SQLite database");
        Assert.That(await File.ReadAllTextAsync(_folder.File), Is.EqualTo(text));
    }

    [Test]
    public async Task OpenAsync_PathThatCannotBeWritten_IsRefused()
    {
        Directory.CreateDirectory(_folder.File);
        await RefusedAsync("cannot be opened");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "file"), "");
        await RefusedAsync("folder that cannot be written", $"Data Source={Path.Combine(_folder.Path, "file", "inbox.db")}");
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
            $"Data Source={_folder.File}", options, new PrefetchBuffer(2), _folder.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<SqliteInbox>.Instance);
        await Assert.ThrowsAsync<InboxUnavailableException>(async () => await inbox.ReceiveAsync(Given.Interaction(), default));
    }

    private async Task<string> RefusedAsync(string reason, string? connectionString = null)
    {
        var refused = await Assert.ThrowsAsync<InboxStartException>(() => _folder.OpenAsync(connectionString: connectionString));
        Assert.That(refused!.Message, Does.Contain(reason).And.Contain("ConnectionStrings:Inbox").And.EndsWith("."));
        Assert.That(refused.Message, Does.Not.Contain('\n'));
        return refused.Message;
    }

    private void Change(string sql)
    {
        using var connection = _folder.Connect();
        connection.Ask(sql);
    }

    private string Schema()
    {
        using var connection = _folder.Connect();
        return $"{connection.Ask("pragma user_version")} {connection.Ask("select group_concat(sql) from sqlite_schema")}";
    }
}

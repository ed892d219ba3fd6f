using CxoneAssist.Infrastructure.Inbox.Sqlite;
using CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

/// <summary>The write-ahead log grows under a reader that keeps its snapshot.</summary>
[TestFixture]
public sealed class SqliteJournalTests : SqliteInboxTest
{
    private const long Megabyte = 1024 * 1024;

    [Test]
    public async Task Journal_GrownUnderAForeignReader_ShrinksOnceItIsGone()
    {
        await using var open = await Folder.OpenAsync();
        using (var reader = Folder.Connect())
        {
            reader.Ask("begin; select count(*) from follow_up");
            Grow(80);
            await open.Records.ProbeAsync(default);
            Assert.That(Length(), Is.GreaterThan(80 * Megabyte));
        }

        await open.Records.ProbeAsync(default);
        await open.Records.ProbeAsync(default);
        Assert.That(Length(), Is.LessThanOrEqualTo(64 * Megabyte));
    }

    [Test]
    public async Task StatusAsync_JournalConspicuouslyLarge_SaysItsSizeAndWhatToDo()
    {
        await using var open = await Folder.OpenAsync();
        Assert.That((await open.Records.StatusAsync(default)).Attention, Is.Null);
        SetLength(300 * Megabyte);
        Assert.That((await open.Records.StatusAsync(default)).Attention, Does.Contain("300 MB").And.Contain("end that program"));
    }

    [Test]
    public void Report_JournalLargeAndSmallAgain_LogsEachOnce()
    {
        var journal = new JournalSize(SqliteFile.Parse($"Data Source={Folder.File}"), Folder.Logger);
        foreach (var megabytes in new[] { 1, 256, 300, 255, 1 })
        {
            SetLength(megabytes * Megabyte);
            journal.Report();
        }

        var logged = Folder.Logger.Collector.GetSnapshot();
        Assert.That(string.Join(' ', logged.Select(record => record.Level)), Is.EqualTo("Warning Information"));
        Assert.That(logged[0].Message, Does.Contain("256 MB"));
    }

    private void SetLength(long bytes)
    {
        using var journal = new FileStream(Folder.File + "-wal", FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        journal.SetLength(bytes);
    }

    private long Length() => new FileInfo(Folder.File + "-wal").Length;

    private void Grow(int megabytes)
    {
        using var writer = Folder.Connect();
        writer.Ask($"create table ballast (content); insert into ballast values (zeroblob({megabytes * Megabyte}))");
    }
}

namespace CxoneAssist.Infrastructure.Tests.Inbox.Sqlite;

[TestFixture]
[Platform(Exclude = "Win")]
public sealed class SqliteRightsTests
{
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    [Test]
    public async Task Open_WhereThereIsNothing_MakesWhatOnlyItsOwnerCanRead()
    {
        using var folder = new InboxFolder();
        var inner = new InboxFolder(Path.Combine(folder.Path, "new"));
        await using var open = await inner.OpenAsync();
        await open.Inbox.ReceiveAsync(Given.Interaction(), default);
        await open.FindAsync("i-1");

        var made = Directory.GetFiles(inner.Path);
        Assert.That(made.Select(Path.GetExtension), Is.SupersetOf([".db", ".db-wal", ".db-shm", ".lock"]));
        foreach (var path in made.Append(inner.Path))
        {
#pragma warning disable CA1416 // Excluded where there are no such rights.
            Assert.That(File.GetUnixFileMode(path) & Others, Is.EqualTo(UnixFileMode.None), path);
#pragma warning restore CA1416
        }
    }
}

using System.Text.RegularExpressions;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
using CxoneAssist.Infrastructure.Inbox.Rows;
using CxoneAssist.Infrastructure.Inbox.Sqlite;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

internal sealed class NamedStatementsTests
{
    private const string Complete = """
        -- What the file is about.

        -- fragment: lease_end
        now() + @lease

        -- name: Claim
        -- Why it is so.
        update t set until = {lease_end}, {columns}

        -- name: Find
        select 1
        """;

    private enum Name
    {
        Claim,
        Find,
    }

    [Test]
    public void Parse_ABlockForEachName_ComposesThemOfFragments()
    {
        var statements = Parse(Complete);
        Assert.That(statements[Name.Claim], Is.EqualTo("-- Why it is so.\nupdate t set until = now() + @lease, a, b"));
        Assert.That(statements[Name.Find], Is.EqualTo("select 1"));
    }

    [TestCase("-- name: Find", "-- about", "inbox.sql: no block '-- name: Find'; write it.")]
    [TestCase("-- name: Find", "-- name: Lost", "inbox.sql: Lost is no member of Name; add it there or remove the block.")]
    [TestCase("-- name: Find", "-- name: Claim", "inbox.sql: Claim stands there twice; remove one.")]
    [TestCase("{lease_end}", "{later}", "inbox.sql: no fragment {later} above the block that names it.")]
    public void Parse_FileAndNamesThatDoNotMatch_SaysWhatToWrite(string part, string instead, string message)
    {
        var broken = Complete.Replace(part, instead, StringComparison.Ordinal);
        Assert.That(() => Parse(broken), Throws.InvalidOperationException.With.Message.EqualTo(message));
    }

    [TestCase(typeof(SqliteStatement), "Sqlite")]
    [TestCase(typeof(PostgreSqlStatement), "PostgreSql")]
    public void EveryStatement_OfADatabase_IsUsedByItsAdapter(Type names, string adapter)
    {
        var folder = Repository.At("src", "Infrastructure", "Inbox", adapter);
        var code = string.Concat(Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var used = Regex.Matches(code, $@"\b{names.Name}\.(\w+)").Select(use => use.Groups[1].Value).ToHashSet();
        Assert.That(Enum.GetNames(names).Where(name => !used.Contains(name)), Is.Empty);
    }

    private static NamedStatements<Name> Parse(string text) => NamedStatements<Name>.Parse("inbox.sql", text, ("columns", "a, b"));
}

namespace CxoneAssist.Faults.Tests.Harness;

public enum Database
{
    Sqlite,
    PostgreSql,
}

/// <summary>The database of one scenario.</summary>
internal abstract class DatabaseUnderTest
{
    /// <summary>The settings of a host for this database.</summary>
    public abstract (string Key, string? Value)[] Settings { get; }

    public static async Task<DatabaseUnderTest> MakeAsync(Database kind, string file) => kind == Database.Sqlite
        ? new SqliteUnderTest(file)
        : await PostgreSqlUnderTest.MakeAsync(await SharedCluster.GetAsync());
}

/// <summary>A file in the scenario's own folder.</summary>
internal sealed class SqliteUnderTest(string file) : DatabaseUnderTest
{
    public string File => file;

    public override (string Key, string? Value)[] Settings => [("ConnectionStrings__Inbox", $"Data Source={file}")];
}

namespace CxoneAssist.Faults.Tests.Harness;

public enum Database
{
    Sqlite,
    PostgreSql,
}

/// <summary>The database of one scenario.</summary>
internal abstract class DatabaseUnderTest
{
    /// <summary>What a host has to be told.</summary>
    public abstract (string Key, string? Value)[] Settings { get; }

    public static Task<DatabaseUnderTest> MakeAsync(Database kind, string file) => kind switch
    {
        Database.Sqlite => Task.FromResult<DatabaseUnderTest>(new SqliteUnderTest(file)),
        _ => throw new InvalidOperationException($"There is no {kind}."),
    };

    /// <param name="failed">Whether the scenario failed.</param>
    public virtual Task DropAsync(bool failed) => Task.CompletedTask;
}

/// <summary>A file in the scenario's own folder.</summary>
internal sealed class SqliteUnderTest(string file) : DatabaseUnderTest
{
    public override (string Key, string? Value)[] Settings => [("ConnectionStrings__Inbox", $"Data Source={file}")];
}

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>On which databases a scenario runs.</summary>
internal static class Databases
{
    /// <summary>Both; in the bounded version the file.</summary>
    public static readonly Database[] SqliteFirst = SuiteExtent.Of([Database.Sqlite], Enum.GetValues<Database>());

    /// <summary>Both; in the bounded version the server, where there is more than one host.</summary>
    public static readonly Database[] PostgreSqlFirst = SuiteExtent.Of([Database.PostgreSql], Enum.GetValues<Database>());
}

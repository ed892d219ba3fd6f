using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

internal static class Sql
{
    private static readonly SqlFiles Files = new("Sqlite", "columns", "progress");

    public static IReadOnlyList<string> Migrations => Files.Migrations;

    public static string Read(string name) => Files.Read(name);
}

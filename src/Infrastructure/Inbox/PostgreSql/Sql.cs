using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

internal static class Sql
{
    private static readonly SqlFiles Files = new("PostgreSql", "columns", "progress", "progressed", "lease_end", "now");

    public static IReadOnlyList<string> Migrations => Files.Migrations;

    public static string Read(string name) => Files.Read(name);
}

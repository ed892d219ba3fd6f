using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

internal static class Pragmas
{
    /// <summary>Runs a text of one or more statements and gives the first value it answers with.</summary>
    public static string? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only texts of this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}

using CxoneAssist.Infrastructure.Inbox.Rows;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>The row a reader stands on.</summary>
internal readonly struct Row(NpgsqlDataReader reader) : IRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Long(int column) => reader.GetInt64(column);

    public bool Bool(int column) => reader.GetBoolean(column);

    public string Text(int column) => StoredText.To(reader.GetString(column));
}

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A row that a database gave, by the places of its columns.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long Long(int column);

    bool Bool(int column);

    string Text(int column);
}

internal static class RowValues
{
    public static DateTimeOffset Time(this IRow row, int column) => UnixTime.To(row.Long(column));
}

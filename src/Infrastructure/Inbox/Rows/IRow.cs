namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A row that a database gave, by the numbers of its columns.</summary>
internal interface IRow
{
    bool IsNull(int column);

    long Long(int column);

    bool Bool(int column);

    string Text(int column);
}

internal static class RowValues
{
    public static DateTimeOffset Time<T>(this T row, int column)
        where T : IRow => UnixTime.To(row.Long(column));

    public static DateTimeOffset? TimeOrNull<T>(this T row, int column)
        where T : IRow => row.IsNull(column) ? null : row.Time(column);

    public static string? TextOrNull<T>(this T row, int column)
        where T : IRow => row.IsNull(column) ? null : row.Text(column);
}

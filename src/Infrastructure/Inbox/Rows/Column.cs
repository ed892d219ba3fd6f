namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A column of the table, and the part <typeparamref name="T"/> of a row that it belongs to.</summary>
/// <param name="Name">Its name; with <c>@</c> before it, that of the parameter it is written by.</param>
internal sealed record Column<T>(string Name)
{
    /// <summary>What is written, of a column of texts; <c>null</c> of others.</summary>
    public Func<T, string?>? TextOf { get; private init; }

    /// <summary>What is written, of a column of numbers, times or flags; <c>null</c> of others.</summary>
    public Func<T, long?>? NumberOf { get; private init; }

    /// <summary>Whether PostgreSQL keeps its numbers as booleans.</summary>
    public bool IsFlag { get; private init; }

    /// <summary>
    /// Reads it from its place in a row into a <typeparamref name="T"/>; <c>null</c> where it is
    /// only written.
    /// </summary>
    public Func<IRow, int, T, T>? Read { get; private init; }

    /// <summary>The literal it holds once its row is purged; <c>null</c> where it is kept.</summary>
    public string? Purged { get; private init; }

    public bool IsWritten => TextOf is not null || NumberOf is not null;

    // Most columns of most rows hold what a new T holds: it is copied for the others only.

    public static Column<T> Text(
        string name, Func<T, string?>? get, Func<T, string, T> set, string? purged = null) => new(name)
        {
            TextOf = get,
            Purged = purged,
            Read = (row, place, into) => row.IsNull(place) ? into : set(into, row.Text(place)),
        };

    public static Column<T> Number(
        string name, Func<T, long?>? get, Func<T, long, T>? set, string? purged = null) => new(name)
        {
            NumberOf = get,
            Purged = purged,
            Read = set is null
            ? null
            : (row, place, into) => row.Long(place) is not 0 and var number ? set(into, number) : into,
        };

    public static Column<T> Flag(string name, Func<T, bool>? get, Func<T, bool, T> set) => new(name)
    {
        NumberOf = get is null ? null : item => get(item) ? 1 : 0,
        IsFlag = true,
        Read = (row, place, into) => row.Bool(place) ? set(into, true) : into,
    };

    public static Column<T> Time(
        string name, Func<T, DateTimeOffset?>? get, Func<T, DateTimeOffset, T>? set, string? purged = null) => new(name)
        {
            NumberOf = get is null ? null : item => UnixTime.From(get(item)),
            Purged = purged,
            Read = set is null
            ? null
            : (row, place, into) => row.IsNull(place) ? into : set(into, row.Time(place)),
        };

    /// <summary>Whether two hold the same in it, once they are stored.</summary>
    public bool IsSame(T one, T other) =>
        TextOf is { } text ? text(one) == text(other) : NumberOf!(one) == NumberOf(other);
}

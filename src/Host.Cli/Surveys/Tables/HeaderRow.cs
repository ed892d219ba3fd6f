using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>Finds the row that names the columns: the first one, or below a title the first one with the columns.</summary>
internal static class HeaderRow
{
    private const int MostRows = 10;

    /// <summary>Reads to the header.</summary>
    /// <returns>Its columns, and how many rows are above it.</returns>
    /// <exception cref="CommandFailure">The table is empty, or no row has the columns.</exception>
    public static (TableColumns Columns, int Above) Find(ITable table, ColumnMap map)
    {
        (string[] Header, string Problem)? first = null;
        (string[] Header, string Problem)? other = null;
        for (var above = 0; above < MostRows && TryRead(table, out var header); above++)
        {
            var columns = new TableColumns(map, header);
            if (RequiredColumns.FindMissing(map, columns.Has, header) is not { } missing)
            {
                return (columns, above);
            }

            var row = (header, FormattableString.Invariant($"{table.Name}, {table.Unit} {table.Line}: {missing}"));
            other ??= first is not null && Names(header) > 1 ? row : null;
            first ??= row;
        }

        throw new CommandFailure(Problem(table, first, other), ExitCode.Usage);
    }

    /// <summary>Reads the first row that is not empty.</summary>
    /// <exception cref="CommandFailure">The table is empty.</exception>
    public static string[] ReadFirst(ITable table) =>
        TryRead(table, out var header) ? header : throw new CommandFailure(Problem(table, null, null), ExitCode.Usage);

    private static string Problem(ITable table, (string[] Header, string Problem)? first, (string[] Header, string Problem)? other) =>
        first is not { } row ? $"{table.Name} is empty: it needs a header line that names its columns."
        : other is { } below && Names(row.Header) == 1 ? $"{below.Problem} If this is not the header, delete the rows above the header."
        : row.Problem;

    private static int Names(string[] header) => header.Count(name => name.Length > 0);

    private static bool TryRead(ITable table, out string[] header)
    {
        while (table.Advance())
        {
            string[] cells = [.. Enumerable.Range(0, table.Count).Select(column => table.Cell(column)?.Trim() ?? "")];
            header = cells[..(Array.FindLastIndex(cells, name => name.Length > 0) + 1)];
            if (header.Length > 0)
            {
                return true;
            }
        }

        header = [];
        return false;
    }
}

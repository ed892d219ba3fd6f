using System.Globalization;
using ExcelDataReader;

namespace CxoneAssist.Host.Cli.Surveys.Workbooks;

/// <summary>
/// The cells of a sheet as the texts that a CSV file would have: numbers with a point, dates in the ISO form.
/// </summary>
internal sealed class CellTexts(IExcelDataReader reader)
{
    // Beyond this a double does not fit into a decimal.
    private const double GreatestDecimal = 7e27;

    private readonly Dictionary<int, bool> _showsHours = [];

    // By column.
    private readonly Dictionary<int, ColumnDates> _dates = [];

    /// <summary>Begins with another sheet, or with the same one again.</summary>
    public void Reset() => _dates.Clear();

    /// <summary>What dates a column has.</summary>
    public ColumnDates DatesOf(int column)
    {
        if (!_dates.TryGetValue(column, out var dates))
        {
            _dates.Add(column, dates = new ColumnDates());
        }

        return dates;
    }

    /// <param name="column">The column.</param>
    /// <param name="row">The number of the current row.</param>
    public string? Text(int column, long row)
    {
        var value = reader.GetValue(column);
        if (value is DateTime date)
        {
            DatesOf(column).AddDate(row, date.Day);
        }
        else if (value is string text)
        {
            DatesOf(column).AddText(row, text);
        }

        return Text(value, column);
    }

    private string? Text(object? value, int column) => value switch
    {
        null => null,
        string text => text,
        DateTime time => Text(time, column),
        bool yes => yes ? "true" : "false",
        // Fifteen digits, as Excel shows them: 0.1 and not 0.1000000000000000055.
        double number when Math.Abs(number) < GreatestDecimal => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    // A day without a time of day is a number like midnight: only the format of the cell tells them apart.
    private string Text(DateTime time, int column) => time.TimeOfDay == TimeSpan.Zero && !ShowsHours(column)
        ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);

    private bool ShowsHours(int column)
    {
        var index = reader.GetNumberFormatIndex(column);
        if (!_showsHours.TryGetValue(index, out var shows))
        {
            shows = reader.GetNumberFormatString(column)?.Contains('h', StringComparison.OrdinalIgnoreCase) == true;
            _showsHours.Add(index, shows);
        }

        return shows;
    }
}

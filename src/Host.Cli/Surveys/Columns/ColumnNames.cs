using System.Globalization;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys.Columns;

/// <summary>Compares the names of columns.</summary>
internal static class ColumnNames
{
    private const char Position = '#';

    /// <summary>
    /// A usual name by its letters and digits alone: <c>Completed At</c>, <c>completed_at</c> and <c>completedAt</c>
    /// are one.
    /// </summary>
    public static string Key(string name)
    {
        var letters = string.Concat(NormalForm.Compose(name).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Length > 0 ? letters : name;
    }

    /// <summary>Whether <c>--map</c> means a column: by its name, or by its position, like <c>#7</c>.</summary>
    public static bool IsNamed(string given, string column, int? position) =>
        string.Equals(given, NormalForm.Compose(column), StringComparison.OrdinalIgnoreCase)
        || (position is { } at && given == AtPosition(at));

    /// <summary>The name of a column by its position, counted from 1.</summary>
    public static string AtPosition(int position) => Position + position.ToString(CultureInfo.InvariantCulture);
}

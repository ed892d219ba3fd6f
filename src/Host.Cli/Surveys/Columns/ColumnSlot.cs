using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys.Columns;

/// <summary>A value that is read from a column.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Given">The column that <c>--map</c> names for it.</param>
/// <param name="Usual">The columns that are tried otherwise.</param>
internal sealed record ColumnSlot(string Name, string? Given, IReadOnlyList<string> Usual)
{
    private readonly string[] _keys = [.. Usual.Select(ColumnNames.Key)];

    /// <summary>The question whose score it is; <c>null</c> for what is not a score.</summary>
    public ScoreQuestion? Question { get; init; }

    /// <summary>Whether a policy compares it as a number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>How well a column fits, 0 best; <c>null</c> where it does not.</summary>
    public int? Rank(string column, int? position)
    {
        if (Given is not null)
        {
            return ColumnNames.IsNamed(Given, column, position) ? 0 : null;
        }

        var key = ColumnNames.Key(column);
        for (var usual = 0; usual < _keys.Length; usual++)
        {
            if (_keys[usual] == key)
            {
                return (2 * usual) + (ColumnNames.IsNamed(Usual[usual], column, null) ? 0 : 1);
            }
        }

        return null;
    }

    /// <summary>Whether a column was taken for a score although it has another name than the policy's field.</summary>
    public bool IsFallback(string column) =>
        Given is null && Question is not null && ColumnNames.Key(column) != _keys[0];
}

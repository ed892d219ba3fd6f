namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Rows that cannot be decided on: all are counted, the first ones kept with their lines.
/// </summary>
internal sealed class BadRows
{
    private const int MostKept = 20;

    // Ordered: a file is looked into before its times are read, so that rows are not found in their order.
    private readonly SortedDictionary<long, string> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<(long Line, string What)> First => [.. _first.Select(row => (row.Key, row.Value))];

    /// <summary>
    /// Rows with U+FFFD: a program before lost the characters in its place, so different texts can be the same.
    /// </summary>
    public long LostCharacters { get; private set; }

    public void AddLostCharacters() => LostCharacters++;

    public void Add(long line, string what)
    {
        Count++;
        if (_first.Count < MostKept || line < _first.Keys.Last())
        {
            _first[line] = what;
        }

        if (_first.Count > MostKept)
        {
            _first.Remove(_first.Keys.Last());
        }
    }
}

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Rows that cannot be decided on: all are counted, the first ones kept with their lines.
/// </summary>
internal sealed class BadRows
{
    private const int MostKept = 20;

    private readonly List<(long Line, string What)> _first = [];

    public long Count { get; private set; }

    public IReadOnlyList<(long Line, string What)> First => _first;

    /// <summary>
    /// Rows with bytes that are not valid UTF-8: different texts in them can become the same.
    /// </summary>
    public long Undecoded { get; private set; }

    public void AddUndecoded() => Undecoded++;

    public void Add(long line, string what)
    {
        Count++;
        if (_first.Count < MostKept)
        {
            _first.Add((line, what));
        }
    }
}

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>
/// Collects all problems of a file, so that its owner fixes them in one pass. Bounded: a file can
/// be wrong everywhere.
/// </summary>
internal sealed class ProblemList(JsonSource document)
{
    private const int Most = 100;

    private readonly List<(int Offset, PolicyProblem Problem, string Remedy)> _problems = [];
    private int _more;

    /// <summary>
    /// The problems in the order of the file, each with the part of its message that is the remedy.
    /// </summary>
    public IReadOnlyList<(PolicyProblem Problem, string Remedy)> All
    {
        get
        {
            List<(PolicyProblem, string)> all = [.. _problems.OrderBy(one => one.Offset).Select(one => (one.Problem, one.Remedy))];
            if (_more > 0)
            {
                const string First = "Fix these first.";
                all.Add((new PolicyProblem(1, 1, "$", FormattableString.Invariant($"{_more} more problems are not listed. {First}")), First));
            }

            return all;
        }
    }

    public int Count => _problems.Count + _more;

    /// <summary>
    /// Adds one whose last sentence is the remedy, in words that hold nothing of the file.
    /// </summary>
    public void Add(int offset, JsonPath path, string message)
    {
        var remedy = message.LastIndexOf(". ", StringComparison.Ordinal) + 2;
        Add(offset, path, message[..(remedy - 1)], message[remedy..]);
    }

    public void Add(int offset, JsonPath path, string wrong, string remedy)
    {
        if (_problems.Count == Most)
        {
            _more++;
            return;
        }

        var (line, column) = document.Place(offset);
        _problems.Add((offset, new PolicyProblem(line, column, path.ToString(), $"{wrong} {remedy}"), remedy));
    }
}

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Collects what is wrong with a file, so that people mend it in one go; bounded, for a file can be wrong everywhere.</summary>
internal sealed class ProblemList(PolicyDocument document)
{
    private const int Most = 100;

    private readonly List<(int Offset, PolicyProblem Problem)> _problems = [];
    private int _more;

    /// <summary>The problems in the order of the file.</summary>
    public IReadOnlyList<PolicyProblem> All
    {
        get
        {
            List<PolicyProblem> all = [.. _problems.OrderBy(one => one.Offset).Select(one => one.Problem)];
            if (_more > 0)
            {
                all.Add(new PolicyProblem(1, 1, "$", FormattableString.Invariant($"{_more} more problems are not listed. Mend these first.")));
            }

            return all;
        }
    }

    public bool IsEmpty => _problems.Count == 0;

    public void Add(int offset, PolicyPath path, string message)
    {
        if (_problems.Count == Most)
        {
            _more++;
            return;
        }

        var (line, column) = document.Place(offset);
        _problems.Add((offset, new PolicyProblem(line, column, path.ToString(), message)));
    }
}

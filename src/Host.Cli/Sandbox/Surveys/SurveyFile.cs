using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Tables;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>
/// Reads surveys for the sandbox from a CSV file or a workbook with a header line; unknown columns are ignored.
/// Unlike a backtest it needs no time, and refuses the file where a row is wrong: every row must be
/// comparable with a result.
/// </summary>
internal sealed class SurveyFile
{
    private const int MostComplaints = 5;

    private readonly ITable _table;
    private readonly PlayedColumns _columns;
    private readonly List<Survey> _surveys = [];
    private readonly List<string> _complaints = [];
    private readonly Dictionary<string, long> _firstLines = new(StringComparer.Ordinal);

    private SurveyFile(ITable table, PlayedColumns columns) => (_table, _columns) = (table, columns);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="policy">The policy that decides which columns are needed.</param>
    /// <exception cref="CommandFailure">
    /// It cannot be read, a column is missing, a row is wrong; the message names the lines.
    /// </exception>
    public static IReadOnlyList<Survey> Read(string path, FollowUpPolicy policy)
    {
        using var table = SurveyTable.Open(path, policy);
        return Read(table, policy);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table, before its header.</param>
    /// <param name="policy">As for a file.</param>
    /// <exception cref="CommandFailure">As for a file.</exception>
    public static IReadOnlyList<Survey> Read(ITable table, FollowUpPolicy policy)
    {
        var columns = new PlayedColumns(policy, HeaderRow.ReadFirst(table));
        if (columns.Missing is { } missing)
        {
            throw Failure(FormattableString.Invariant($"{table.Name}, {table.Unit} {table.Line}: no column {missing}"));
        }

        table.InsistOnValues(columns.Names);
        return new SurveyFile(table, columns).ReadRows();
    }

    private static CommandFailure Failure(string message) => new(message, ExitCode.Usage);

    private List<Survey> ReadRows()
    {
        while (_table.Advance())
        {
            if (!IsEmpty())
            {
                ReadRow(_table.Line);
            }
        }

        if (_complaints.Count > 0)
        {
            var more = _complaints.Count > MostComplaints
                ? $"\n  … and {_complaints.Count - MostComplaints} more"
                : "";
            throw Failure(
                $"{_table.Name} has rows that cannot be played:\n  "
                    + string.Join("\n  ", _complaints.Take(MostComplaints)) + more);
        }

        return _surveys.Count > 0 ? _surveys : throw Failure($"{_table.Name} holds no survey.");
    }

    // Spreadsheets end a file with rows of separators.
    private bool IsEmpty() =>
        !Enumerable.Range(0, _table.Count).Any(column => !string.IsNullOrWhiteSpace(_table.Cell(column)));

    private void ReadRow(long line)
    {
        var (id, score) = (Cell(_columns.Interaction), _columns.Score < 0 ? "" : Cell(_columns.Score));
        var agent = AgentName.ToId(Cell(_columns.Agent) ?? "");
        if (_table.FindProblem(_columns.Count) is { } problem)
        {
            Complain(line, problem);
        }
        else if (id is null || score is null)
        {
            Complain(line, $"the row ends before its {_columns.NameOf(id is null ? _columns.Interaction : _columns.Score)}");
        }
        else if (!Identifier.IsValid(id))
        {
            Complain(line, $"{_columns.NameOf(_columns.Interaction)} is not a valid id: 1 to {Identifier.MaxLength} letters, digits or "
                + ". _ ~ : @ + = -, the first a letter or digit");
        }
        else if (agent is null)
        {
            Complain(line, $"{_columns.NameOf(_columns.Agent)} is empty");
        }
        else if (!_firstLines.TryAdd(id, line))
        {
            Complain(line, $"the same {_columns.NameOf(_columns.Interaction)} as {_table.Unit} {_firstLines[id]}");
        }
        else
        {
            _surveys.Add(_columns.Read(new Survey(id, agent, score, ""), Cell));
        }
    }

    private string? Cell(int column) => column < _table.Count ? _table.Cell(column)?.Trim() ?? "" : null;

    private void Complain(long line, string what) =>
        _complaints.Add(FormattableString.Invariant($"{_table.Unit} {line}: {what}"));
}

using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Encodings;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>
/// Reads surveys for the sandbox from a CSV file with a header line; unknown columns are ignored.
/// Unlike a backtest it needs no time, and refuses the file where a row is wrong: every row must be
/// comparable with a result.
/// </summary>
internal sealed class SurveyFile
{
    private const string InteractionColumn = "interaction_id";
    private const string AgentColumn = "agent";
    private const int MostComplaints = 5;

    private readonly FollowUpPolicy _policy;
    private readonly List<Survey> _surveys = [];
    private readonly List<string> _complaints = [];
    private readonly Dictionary<string, int> _firstLines = new(StringComparer.Ordinal);

    private SurveyFile(FollowUpPolicy policy) => _policy = policy;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="policy">The policy that decides which columns are needed.</param>
    /// <exception cref="CommandFailure">
    /// It cannot be read, a column is missing, a row is wrong; the message names the lines.
    /// </exception>
    public static IReadOnlyList<Survey> Read(string path, FollowUpPolicy policy)
    {
        using var text = new DecodedText(InputFile.Open(path));
        return Read(text, Path.GetFileName(path), policy);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of the file in errors.</param>
    /// <param name="policy">As for a file.</param>
    public static IReadOnlyList<Survey> Read(TextReader text, string name, FollowUpPolicy policy)
    {
        var file = new SurveyFile(policy);
        using var csv = new CsvReader(text, file.Configuration());
        file.ReadRows(csv, name);
        if (file._complaints.Count > 0)
        {
            var more = file._complaints.Count > MostComplaints
                ? $"\n  … and {file._complaints.Count - MostComplaints} more"
                : "";
            throw Failure(
                $"{name} has rows that cannot be played:\n  "
                    + string.Join("\n  ", file._complaints.Take(MostComplaints)) + more);
        }

        return file._surveys.Count > 0 ? file._surveys : throw Failure($"{name} holds no survey.");
    }

    private static CommandFailure Failure(string message) => new(message, ExitCode.Usage);

    private CsvConfiguration Configuration() => new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
        MissingFieldFound = null,
        BadDataFound = bad => Complain(bad.Context.Parser!.RawRow, "a quotation mark is out of place"),
    };

    private void ReadRows(CsvReader csv, string name)
    {
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw Failure($"{name} is empty: it needs a header line with {InteractionColumn}, {AgentColumn}, "
                + $"{PlayedColumns.ScoreName(_policy.Question)}.");
        }

        string[] found = [.. csv.HeaderRecord!.Select(header => header.Trim())];
        var columns = new PlayedColumns(_policy, found);
        if (columns.Missing([InteractionColumn, AgentColumn]) is { } missing)
        {
            throw Failure($"{name}, line 1: no column {missing}");
        }

        while (csv.Read())
        {
            ReadRow(csv, columns, csv.Parser.RawRow);
        }
    }

    private void ReadRow(CsvReader csv, PlayedColumns columns, int line)
    {
        var (id, score) = (Field(csv, InteractionColumn), columns.Score is null ? "" : Field(csv, columns.Score));
        var agent = AgentName.ToId(Field(csv, AgentColumn) ?? "");
        if (id is null || score is null)
        {
            Complain(line, $"the row ends before its {(id is null ? InteractionColumn : columns.Score)}");
        }
        else if (!Identifier.IsValid(id))
        {
            Complain(line, $"{InteractionColumn} is not a valid id: 1 to {Identifier.MaxLength} letters, digits or "
                + ". _ ~ : @ + = -, the first a letter or digit");
        }
        else if (agent is null)
        {
            Complain(line, $"{AgentColumn} is empty");
        }
        else if (!_firstLines.TryAdd(id, line))
        {
            Complain(line, $"the same {InteractionColumn} as line {_firstLines[id]}");
        }
        else
        {
            _surveys.Add(columns.Read(new Survey(id, agent, score, ""), column => Field(csv, column)));
        }
    }

    private static string? Field(CsvReader csv, string column) =>
        csv.TryGetField<string>(column, out var value) ? value?.Trim() : null;

    private void Complain(int line, string what) =>
        _complaints.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}"));
}

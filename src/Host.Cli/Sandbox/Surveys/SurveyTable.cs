using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Encodings;
using CxoneAssist.Host.Cli.Surveys.Tables;
using CxoneAssist.Host.Cli.Surveys.Workbooks;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>Opens a file of surveys as a table, as a backtest does.</summary>
internal static class SurveyTable
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="policy">The policy, whose columns tell the sheet of a workbook.</param>
    /// <exception cref="CommandFailure">It cannot be opened, or is no table.</exception>
    public static ITable Open(string path, FollowUpPolicy policy)
    {
        var name = Path.GetFileName(path);
        var stream = new CountedStream(InputFile.Open(path));
        try
        {
            switch (FormatGuess.Guess(name, stream.Peek(FormatGuess.Bytes)))
            {
                case SurveyFormat.Csv:
                    return new CsvTable(new DecodedText(stream), name, delimiter: null);
                case SurveyFormat.Workbook:
                    stream.Dispose();
                    return Workbook(path, name, policy);
                default:
                    throw new CommandFailure(
                        $"{name} is JSON. The sandbox plays CSV with a header line and Excel workbooks (.xlsx): save it as one of these.", ExitCode.Usage);
            }
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static WorkbookTable Workbook(string path, string name, FollowUpPolicy policy)
    {
        var conditions = policy.Overrides.SelectMany(one => one.When).OfType<AnswerCondition>().ToList();
        var map = new ColumnMap([policy.Question], conditions, new Dictionary<string, string>());
        try
        {
            return WorkbookTable.Open(path, name, sheet: null, map);
        }
        catch (CommandFailure unclear) when (unclear.Message.Contains("--sheet", StringComparison.Ordinal))
        {
            throw new CommandFailure(
                $"{name} has several sheets, and which one has the surveys is not clear. Save that sheet as a file of its own.", ExitCode.Usage);
        }
    }
}

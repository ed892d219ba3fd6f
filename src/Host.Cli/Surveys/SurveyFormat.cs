using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>The format of surveys, as options give it; <c>null</c> for what is to be found out.</summary>
/// <param name="Name">One of the names below.</param>
/// <param name="Delimiter">What separates the fields of CSV.</param>
/// <param name="Sheet">The sheet of a workbook.</param>
internal sealed record SurveyFormat(string? Name, string? Delimiter, string? Sheet)
{
    public const string Csv = "csv";
    public const string Workbook = "xlsx";
    public const string JsonLines = "jsonl";
    public const string JsonArray = "json";

    /// <summary>Checks that no option is given that has no effect on the format of the file.</summary>
    /// <exception cref="CommandFailure">One is.</exception>
    public void InsistOnUse(string file, string format)
    {
        if (Delimiter is not null && format != Csv)
        {
            throw new CommandFailure($"--delimiter is for CSV, and {file} is {format}. Leave it out.", ExitCode.Usage);
        }

        if (Sheet is not null && format != Workbook)
        {
            throw new CommandFailure($"--sheet is for workbooks, and {file} is {format}. Leave it out.", ExitCode.Usage);
        }
    }
}

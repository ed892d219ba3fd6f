using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Encodings;
using CxoneAssist.Host.Cli.Surveys.Json;
using CxoneAssist.Host.Cli.Surveys.Tables;
using CxoneAssist.Host.Cli.Surveys.Times;
using CxoneAssist.Host.Cli.Surveys.Workbooks;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>The source of surveys: a file, or standard input.</summary>
internal sealed class SurveyInput : IDisposable
{
    public const string StandardInput = "-";

    private readonly string? _path;
    private readonly CountedStream _stream;

    private SurveyInput(string name, string? path, Stream stream, long? length)
    {
        (Name, _path, Length, _stream) = (name, path, length, new CountedStream(stream));
    }

    /// <summary>Its name in messages.</summary>
    public string Name { get; }

    /// <summary>Its length in bytes; <c>null</c> where it is not known.</summary>
    public long? Length { get; }

    /// <summary>How many bytes have been read.</summary>
    public long Position => _stream.Count;

    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static SurveyInput Open(string path, Func<Stream> standardInput)
    {
        if (path == StandardInput)
        {
            return new("standard input", null, standardInput(), null);
        }

        var file = InputFile.Open(path);
        return new(Path.GetFileName(path), path, file, file.CanSeek ? file.Length : null);
    }

    /// <summary>Begins to read.</summary>
    /// <exception cref="CommandFailure">
    /// There is no header line, a column is missing, or the format is not read.
    /// </exception>
    public IRows Read(SurveyFormat format, ColumnMap map, SurveyTime time, BadRows bad)
    {
        var name = format.Name ?? FormatGuess.Guess(Name, _stream.Peek(FormatGuess.Bytes));
        format.InsistOnUse(Name, name);
        return name switch
        {
            SurveyFormat.JsonLines => new JsonLineRows(Text(), map, bad),
            SurveyFormat.JsonArray => new JsonArrayRows(_stream, Name, map, bad),
            SurveyFormat.Workbook => new TableRows(Workbook(format.Sheet, map), map, time, bad),
            _ => new TableRows(new CsvTable(Text(), Name, format.Delimiter), map, time, bad),
        };
    }

    public void Dispose() => _stream.Dispose();

    private DecodedText Text() => new(_stream);

    // The parts of a workbook are found from its end, so it has to be a file.
    private WorkbookTable Workbook(string? sheet, ColumnMap map) => _path is not null
        ? WorkbookTable.Open(_path, Name, sheet, map)
        : throw new CommandFailure(
            "A workbook cannot be read from standard input: name the file with --input.", ExitCode.Usage);
}

using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>The source of surveys: a file, or standard input.</summary>
internal sealed class SurveyInput : IDisposable
{
    public const string StandardInput = "-";
    private const int BufferSize = 1 << 16;

    private static readonly string[] JsonEndings = [".jsonl", ".ndjson", ".json"];

    private readonly CountedStream _stream;
    private readonly StreamReader _text;

    private SurveyInput(string name, Stream stream, long? length)
    {
        (Name, Length, _stream) = (name, length, new CountedStream(stream));
        _text = new StreamReader(_stream, bufferSize: BufferSize);
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
            return new("standard input", standardInput(), null);
        }

        var file = InputFile.Open(path);
        return new(Path.GetFileName(path), file, file.CanSeek ? file.Length : null);
    }

    /// <summary>Begins to read.</summary>
    /// <exception cref="CommandFailure">
    /// There is no header line, or a column is missing.
    /// </exception>
    public ISurveys Read(string? format, string delimiter, ColumnMap map, SurveyTime time, BadRows bad) =>
        (format ?? Guess()) == SurveyFormat.JsonLines
            ? new JsonLinesSurveys(_text, map, time, bad)
            : new CsvSurveys(_text, Name, delimiter, map, time, bad);

    public void Dispose() => _text.Dispose();

    // A CSV header does not begin with a brace.
    private string Guess() =>
        JsonEndings.Contains(Path.GetExtension(Name), StringComparer.OrdinalIgnoreCase) || _text.Peek() == '{'
            ? SurveyFormat.JsonLines
            : SurveyFormat.Csv;
}

/// <summary>The format of surveys.</summary>
internal static class SurveyFormat
{
    public const string Csv = "csv";

    public const string JsonLines = "jsonl";
}

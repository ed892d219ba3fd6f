using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Encodings;

namespace CxoneAssist.Host.Cli.Surveys.Tables;

/// <summary>A CSV file. Only the cells that are asked for are converted to texts.</summary>
internal sealed class CsvTable : ITable
{
    // Otherwise the parser would read the rest of the file after an unclosed quotation mark as one
    // field.
    private const int LongestField = 1024 * 1024;

    private readonly DecodedText _text;
    private readonly CsvParser _csv;
    private readonly int _skipped;
    private readonly string _declaration = "";
    private bool _quotesAreBroken;

    /// <param name="text">The text.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="delimiter">What separates the fields; <c>null</c> to find it out.</param>
    public CsvTable(DecodedText text, string name, string? delimiter)
    {
        _text = text;
        var peeked = new PeekedText(text);
        if (Delimiters.Declared(peeked.PeekLine()) is { } declared)
        {
            (_skipped, _declaration, delimiter) = (peeked.SkipLine(), $", as its line sep={declared} says", delimiter ?? declared);
        }

        Name = name;
        delimiter ??= Delimiters.Detect(peeked);
        Format = $"CSV separated by '{Delimiters.InWords(delimiter)}'{_declaration}";
        _csv = new CsvParser(peeked, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            MaxFieldSize = LongestField,
            // Skipped by the reader of rows; otherwise the line numbers would be wrong.
            IgnoreBlankLines = false,
            BadDataFound = _ => _quotesAreBroken = true,
        });
    }

    public string Name { get; }

    public string Unit => "line";

    public string Format { get; }

    public IEnumerable<string> Remarks => _text.Encoding is { } encoding ? [encoding] : [];

    public long Line { get; private set; }

    public int Count => _csv.Count;

    public string? Cell(int column) => _csv[column];

    public void InsistOnValues(IReadOnlyDictionary<int, string> columns)
    {
    }

    public bool Advance()
    {
        Line = _csv.RawRow + _skipped + 1;
        try
        {
            _quotesAreBroken = false;
            return _csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new CommandFailure(FormattableString.Invariant($"{Name}, line {Line}: a field is longer than 1 MiB; look for a ")
                + "quotation mark that is opened there and never closed.");
        }
    }

    // The parser checks quotation marks when it converts a field to a text.
    public string? FindProblem(int width)
    {
        var last = _csv.RawRow + _skipped;
        if ((Count < width || last > Line) && _csv.RawRecord.AsSpan().Count('"') % 2 != 0)
        {
            return $"a quotation mark is opened and never closed{Taken()}";
        }

        if (_quotesAreBroken)
        {
            return $"a quotation mark is out of place: within a quoted field it is written twice{Taken()}";
        }

        return null;
    }

    public void Dispose() => _csv.Dispose();

    private string Taken() =>
        _csv.RawRow + _skipped is var last && last > Line
            ? FormattableString.Invariant($" (lines {Line} to {last} were taken for one row)")
            : "";
}

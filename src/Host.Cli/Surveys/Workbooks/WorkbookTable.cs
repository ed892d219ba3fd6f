using System.Text;
using System.Xml;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Tables;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CxoneAssist.Host.Cli.Surveys.Workbooks;

/// <summary>A sheet of an Excel workbook (.xlsx), read row by row. See docs/adr/0036.</summary>
internal sealed class WorkbookTable : ITable
{
    private const string Visible = "visible";

    private readonly IExcelDataReader _reader;
    private readonly CellTexts _cells;

    private readonly string _path;

    // Those that are read, once it is known which.
    private IReadOnlyDictionary<int, string> _columns = new Dictionary<int, string>();

    private WorkbookTable(IExcelDataReader reader, string path, string name) =>
        (_reader, _path, Name, _cells) = (reader, path, name, new CellTexts(reader));

    public string Name { get; }

    public string Unit => "row";

    public string Format => $"Excel workbook, sheet '{SafeText.Clean(_reader.Name)}'";

    public IEnumerable<string> Remarks =>
        _columns.Select(column => _cells.DatesOf(column.Key).InWords(column.Value)).OfType<string>();

    public long Line { get; private set; }

    public int Count => _reader.FieldCount;

    /// <summary>Opens a workbook at one of its sheets.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="sheet">The sheet; <c>null</c> for the only one that has the columns.</param>
    /// <param name="map">The columns.</param>
    /// <exception cref="CommandFailure">It is not a workbook, or which sheet is meant is not known.</exception>
    public static WorkbookTable Open(string path, string name, string? sheet, ColumnMap map)
    {
        var table = new WorkbookTable(Reader(path, name), path, name);
        try
        {
            table.GoTo(table.Choose(sheet, map));
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    public bool Advance()
    {
        Line++;
        var any = Guard(Name, _reader.Read);
        if (!any)
        {
            InsistOnOrder();
        }

        return any;
    }

    public void InsistOnValues(IReadOnlyDictionary<int, string> columns)
    {
        _columns = columns;
        foreach (var ((column, isError), (count, first)) in Guard(Name, () => ValuelessCells.Find(_path, _reader.Name)))
        {
            if (columns.TryGetValue(column, out var name))
            {
                var cells = FormattableString.Invariant($"{Console.Format.Count(count, "cell")} of the column '{SafeText.Clean(name)}'");
                var held = isError ? "with an error such as #N/A" : "with a formula that has no value";
                throw new CommandFailure(
                    FormattableString.Invariant($"{Name}, sheet '{SafeText.Clean(_reader.Name)}': {cells} {held}, the first in row {first}. ")
                        + (isError ? "Correct or empty them in Excel." : "Open the file in Excel and save it: it then has the values."), ExitCode.Usage);
            }
        }
    }

    public string? Cell(int column) => _cells.Text(column, Line);

    public string? FindProblem(int width) => null;

    public void Dispose() => _reader.Dispose();

    private void InsistOnOrder()
    {
        foreach (var (column, name) in _columns)
        {
            _cells.DatesOf(column).InsistOnOrder(Name, name);
        }
    }

    private static IExcelDataReader Reader(string path, string name)
    {
        // The library asks for the code page of old .xls files also where none is read.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            return Guard(name, () => ExcelReaderFactory.CreateOpenXmlReader(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or XmlException or FormatException)
        {
            throw new CommandFailure(
                $"{name} cannot be read as a workbook: {SafeText.Clean(broken.Message)} "
                    + "Open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8.");
        }
    }

    // Hidden sheets hold lists and helper columns.
    private string Choose(string? named, ColumnMap map)
    {
        var sheets = Sheets(map);
        if (named is not null)
        {
            return sheets.Find(sheet => sheet.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).Name
                ?? throw Unclear($"has no sheet '{SafeText.Clean(named)}'", sheets.Select(sheet => sheet.Name));
        }

        var fitting = sheets.Where(sheet => sheet.Missing is null).ToList();
        var shown = sheets.Where(sheet => sheet.IsShown).ToList();
        return (fitting, shown) switch
        {
            ([var only], _) => only.Name,
            ([], [var only]) => only.Name,
            ([], _) => throw Unclear("has no sheet with a score and a time in its header", sheets.Select(sheet => sheet.Name)),
            _ => throw Unclear("has several sheets with a score and a time", fitting.Select(sheet => sheet.Name)),
        };
    }

    private CommandFailure Unclear(string what, IEnumerable<string> sheets) =>
        new($"{Name} {what}. Name one with --sheet: {SafeText.Clean(string.Join(", ", sheets))}.", ExitCode.Usage);

    private List<(string Name, bool IsShown, string? Missing)> Sheets(ColumnMap map)
    {
        List<(string, bool, string?)> sheets = [];
        do
        {
            var isShown = _reader.VisibleState == Visible;
            // Of a single sheet the columns are checked when it is read.
            sheets.Add((_reader.Name, isShown, isShown && _reader.ResultsCount > 1 ? Missing(map) : ""));
        }
        while (Guard(Name, _reader.NextResult));

        return sheets;
    }

    private string? Missing(ColumnMap map)
    {
        try
        {
            HeaderRow.Find(this, map);
            return null;
        }
        catch (CommandFailure missing)
        {
            return missing.Message;
        }
    }

    private void GoTo(string sheet)
    {
        Guard(Name, () =>
        {
            _reader.Reset();
            while (_reader.Name != sheet && _reader.NextResult())
            {
            }

            return true;
        });
        Line = 0;
        _cells.Reset();
    }
}

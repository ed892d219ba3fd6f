using System.IO.Compression;
using System.Xml;

namespace CxoneAssist.Host.Cli.Surveys.Workbooks;

/// <summary>
/// Counts the cells of a sheet that have no value without being empty: formulas that no program computed, and errors such
/// as #N/A. ExcelDataReader gives both as empty cells.
/// </summary>
internal sealed class ValuelessCells
{
    private const int LettersInAlphabet = 26;
    private const int Overlap = 2;

    private readonly Dictionary<(int Column, bool IsError), (long Count, long FirstRow)> _found = [];

    /// <summary>The columns that have any, counted from 0.</summary>
    /// <param name="path">The path of the workbook.</param>
    /// <param name="sheet">The name of the sheet.</param>
    public static IReadOnlyDictionary<(int Column, bool IsError), (long Count, long FirstRow)> Find(string path, string sheet)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var package = new ZipArchive(file, ZipArchiveMode.Read);
        var cells = new ValuelessCells();
        if (SheetPart.Find(package, sheet) is { } part && MayHaveAny(part))
        {
            using var xml = XmlReader.Create(part.Open(), new XmlReaderSettings { CloseInput = true });
            cells.Read(xml);
        }

        return cells._found;
    }

    // Most exports have neither, and looking for the letters is much faster than reading elements.
    private static bool MayHaveAny(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var buffer = new byte[1 << 16];
        for (var kept = 0; stream.Read(buffer, kept, buffer.Length - kept) is > 0 and var read; kept = Math.Min(Overlap, kept + read))
        {
            var block = buffer.AsSpan(0, kept + read);
            if (block.IndexOf("<f"u8) >= 0 || block.IndexOf(":f"u8) >= 0 || block.IndexOf("\"e\""u8) >= 0)
            {
                return true;
            }

            block[^Math.Min(Overlap, block.Length)..].CopyTo(buffer);
        }

        return false;
    }

    private void Read(XmlReader xml)
    {
        var (row, column) = (0L, -1);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                (row, column) = (long.TryParse(xml.GetAttribute("r"), out var number) ? number : row + 1, -1);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = Column(xml.GetAttribute("r")) ?? column + 1;
                var isError = xml.GetAttribute("t") == "e";
                if (IsWithoutValue(xml) || isError)
                {
                    _found[(column, isError)] = _found.TryGetValue((column, isError), out var known) ? (known.Count + 1, known.FirstRow) : (1, row);
                }
            }
        }
    }

    private static bool IsWithoutValue(XmlReader cell)
    {
        // A formula can have an empty text as its value.
        var isText = cell.GetAttribute("t") == "str";
        if (cell.IsEmptyElement)
        {
            return false;
        }

        var (depth, isFormula, hasValue, inValue) = (cell.Depth, false, false, false);
        while (cell.Read() && cell.Depth > depth)
        {
            isFormula |= cell.NodeType == XmlNodeType.Element && cell.LocalName == "f";
            inValue = cell.NodeType == XmlNodeType.Element ? cell.LocalName == "v" : inValue && cell.NodeType != XmlNodeType.EndElement;
            hasValue |= inValue && (isText || cell.NodeType is XmlNodeType.Text or XmlNodeType.CDATA);
        }

        return isFormula && !hasValue;
    }

    // C in C12 is 2.
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetter))
        {
            column = (column * LettersInAlphabet) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column > 0 ? column - 1 : null;
    }
}

using System.IO.Compression;
using System.Text;

namespace CxoneAssist.Host.Cli.Tests.Surveys;

/// <summary>A workbook with one sheet, made of its rows' cells.</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Create(params IEnumerable<string[]> rows)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Write(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
            Write(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Surveys" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Write(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>""");
            Write(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(rows.Select(Row))}</sheetData></worksheet>""");
        }

        return memory.ToArray();
    }

    public static string Text(string text) => $"""t="inlineStr"><is><t>{text}</t></is>""";

    public static string Number(int number) => $"><v>{number}</v>";

    public static string Date(string time) => FormattableString.Invariant(
        $"""s="1"><v>{DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture).ToOADate()}</v>""");

    public static string Formula(string value = "") => $"><f>1+1</f>{value}";

    private static string Row(string[] cells, int row) =>
        $"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, column) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{row + 1}\" {cell}</c>"))}</row>";

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}

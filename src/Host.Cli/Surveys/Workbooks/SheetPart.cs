using System.IO.Compression;
using System.Xml;

namespace CxoneAssist.Host.Cli.Surveys.Workbooks;

/// <summary>Finds the part of a workbook's package that holds a sheet: by relations, since names are free.</summary>
internal static class SheetPart
{
    private const string Document = "/officeDocument";

    /// <summary>The part; <c>null</c> where the package has none for that sheet.</summary>
    public static ZipArchiveEntry? Find(ZipArchive package, string sheet)
    {
        if (Relations(package, "_rels/.rels", "").FirstOrDefault(one => one.Type.EndsWith(Document, StringComparison.Ordinal)) is not { Target: { } workbook })
        {
            return null;
        }

        var folder = workbook[..(workbook.LastIndexOf('/') + 1)];
        var id = Elements(package, workbook, "sheet").Where(one => one.GetValueOrDefault("name") == sheet)
            .Select(one => one.GetValueOrDefault("id")).FirstOrDefault();
        var parts = Relations(package, $"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
        return parts.FirstOrDefault(one => one.Id == id) is { Target: { } part } ? package.GetEntry(part) : null;
    }

    private static List<(string? Id, string Type, string? Target)> Relations(ZipArchive package, string part, string folder) =>
    [
        .. Elements(package, part, "Relationship").Select(one =>
            (one.GetValueOrDefault("Id"), one.GetValueOrDefault("Type") ?? "", Target(one.GetValueOrDefault("Target"), folder))),
    ];

    private static string? Target(string? target, string folder) =>
        target is null ? null : target.StartsWith('/') ? target[1..] : folder + target;

    // The attributes of each element of a name, by their local names.
    private static List<Dictionary<string, string>> Elements(ZipArchive package, string part, string name)
    {
        List<Dictionary<string, string>> found = [];
        using var stream = package.GetEntry(part)?.Open() ?? Stream.Null;
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
            {
                Dictionary<string, string> attributes = [];
                while (xml.MoveToNextAttribute())
                {
                    attributes[xml.LocalName] = xml.Value;
                }

                found.Add(attributes);
            }
        }

        return found;
    }
}

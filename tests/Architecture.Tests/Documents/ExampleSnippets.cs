using System.Xml.Linq;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>The examples in the documentation of the packages' members.</summary>
internal static class ExampleSnippets
{
    public static IEnumerable<Snippet> OfPackages() => Product.Packages.SelectMany(package =>
        OfMembers(XDocument.Load(Path.ChangeExtension(Product.Load(package).Location, ".xml"))));

    public static IEnumerable<Snippet> OfMembers(XDocument documentation) =>
        from member in documentation.Descendants("member")
        from code in member.Elements("example").Descendants("code")
        select new Snippet(ShortName(member.Attribute("name")!.Value), code.Value);

    private static string ShortName(string member) => member[2..].Split('(')[0];
}

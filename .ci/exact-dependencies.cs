// Our packages share internals, so each has to depend on exactly its own version of the others. The target that sees to it
// (src/Directory.Build.targets) hooks an internal item of the SDK, which a new SDK may rename.
// usage: dotnet run .ci/exact-dependencies.cs -- FOLDER VERSION
#:property EnforceCodeStyleInBuild=false
using System.IO.Compression;
using System.Xml.Linq;

var (folder, version) = (args[0], args[1]);
var dependencies = (
    from package in Directory.EnumerateFiles(folder, $"CxoneAssist.*.{version}.nupkg").Order(StringComparer.Ordinal)
    from dependency in Nuspec(package).Descendants().Where(element => element.Name.LocalName == "dependency")
    let id = (string?)dependency.Attribute("id")
    where id.StartsWith("CxoneAssist.", StringComparison.OrdinalIgnoreCase)
    select (Package: Path.GetFileName(package), Id: id, Version: (string?)dependency.Attribute("version"))).ToList();
var wrong = dependencies.Where(one => one.Version != $"[{version}]").ToList();
foreach (var (package, id, range) in wrong)
{
    Console.WriteLine($"{package} depends on {id} {range}; it has to be [{version}]: see src/Directory.Build.targets.");
}

// AspNetCore on Infrastructure, Infrastructure on Application, Application on Domain.
Console.WriteLine($"dependencies between our packages: {dependencies.Count}, on exactly their version: {dependencies.Count - wrong.Count}");
return wrong.Count == 0 && dependencies.Count >= 3 ? 0 : 1;

static XDocument Nuspec(string package)
{
    using var archive = ZipFile.OpenRead(package);
    using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
    return XDocument.Load(nuspec);
}

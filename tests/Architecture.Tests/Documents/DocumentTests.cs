using System.Text;
using System.Text.RegularExpressions;
using CxoneAssist.Domain;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>
/// README is short, every page names its audience, and every link has a target.
/// </summary>
internal sealed partial class DocumentTests
{
    private const int LongestReadme = 110;
    private const int LongestLine = 120;

    private static IEnumerable<string> Documents() =>
        MarkdownSnippets.Documents().Select(file => Path.GetRelativePath(Repository.At(), file));

    private static IEnumerable<string> PackageReadmes() =>
        MarkdownSnippets.PackageReadmes().Select(file => Path.GetRelativePath(Repository.At(), file));

    private static IEnumerable<string> Pages() => Documents()
        .Where(file => Path.GetDirectoryName(file) == "docs" || file == Path.Combine("docs", "adr", "README.md"))
        .Concat(PackageReadmes());

    [Test]
    public void Readme_IsShort()
    {
        var lines = File.ReadAllLines(Repository.At("README.md"));

        Assert.That(lines, Has.Length.AtMost(LongestReadme));
        Assert.That(lines.Where(line => line.Length > LongestLine), Is.Empty);
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_Begins_WithWhomItIsFor(string file) => Assert.That(
        File.ReadAllLines(Repository.At(file)).Skip(1).First(line => line.Length > 0),
        Does.Match("^For (people|those|operators|developers|\\.NET developers)\\b"));

    [TestCaseSource(nameof(Documents))]
    public void Link_ToAFile_LeadsSomewhere(string file)
    {
        var path = Repository.At(file);

        Assert.That(DeadLinks(File.ReadAllText(path), Path.GetDirectoryName(path)!), Is.Empty);
    }

    // Where a package's readme is shown, the repository is not next to it.
    [TestCaseSource(nameof(PackageReadmes))]
    public void Link_OfAPackageReadme_IsAbsolute(string file) => Assert.That(
        Links().Matches(File.ReadAllText(Repository.At(file))).Select(link => link.Groups["target"].Value),
        Has.All.StartsWith("https://"));

    [Test]
    public void Package_OfEveryProject_HasAReadmeOfItsOwn() => Assert.That(
        PackageReadmes().Select(file => Path.GetDirectoryName(file)!),
        Is.EquivalentTo(PackedProjects().Select(project => Path.GetRelativePath(Repository.At(), Path.GetDirectoryName(project)!))));

    [TestCaseSource(nameof(Documents))]
    public void Policy_InADocument_IsReadWithoutProblems(string file) => Assert.That(
        Policies(File.ReadAllText(Repository.At(file)))
            .SelectMany(policy => FollowUpPolicyFile.Read(Encoding.UTF8.GetBytes(policy)).Problems),
        Is.Empty);

    [Test]
    public void Rules_OnBrokenDocuments_FindWhatIsWrong()
    {
        const string links = """
            ## What it is, and not
            [a](#what-it-is-and-not) [b](#gone) [c](absent.md)
            [d](README.md#embedding) [e](README.md#gone) [f](https://example.com)
            """;
        const string policies = "```json\n{ \"tiers\": [] }\n```\n```json\n{}\n```\n";

        Assert.That(DeadLinks(links, Repository.At()), Is.EqualTo(["#gone", "absent.md", "README.md#gone"]));
        Assert.That(Policies(policies), Is.EqualTo(["{ \"tiers\": [] }\n"]));
    }

    private static IEnumerable<string> PackedProjects() =>
        Directory.EnumerateDirectories(Repository.At("src")).Append(Repository.At("templates"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Where(project => File.ReadAllText(project).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal));

    private static IEnumerable<string> DeadLinks(string markdown, string folder) => Links()
        .Matches(markdown)
        .Select(link => link.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Where(target => !Leads(target.Split('#'), folder, markdown));

    private static bool Leads(string[] target, string folder, string markdown)
    {
        var path = Path.Combine(folder, target[0]);
        var isSelf = target[0].Length == 0;
        return (isSelf || Path.Exists(path))
            && (target.Length == 1 || Anchors(isSelf ? markdown : File.ReadAllText(path)).Contains(target[1]));
    }

    private static IEnumerable<string> Anchors(string markdown) => Headings().Matches(markdown)
        .Select(heading => heading.Groups["text"].Value.ToLowerInvariant())
        .Select(text => NotInAnchors().Replace(text, "").Replace(' ', '-'));

    // A policy of tiers is a whole one; other blocks show a part of a file.
    private static string[] Policies(string markdown) =>
    [
        .. MarkdownSnippets.Blocks(markdown, "json", "jsonc")
            .Select(block => block.Code)
            .Where(code => code.Contains("\"tiers\"", StringComparison.Ordinal)),
    ];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (?<text>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}

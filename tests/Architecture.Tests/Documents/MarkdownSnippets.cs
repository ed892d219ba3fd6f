using System.Text.RegularExpressions;

namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>The fenced blocks of the documents.</summary>
internal static partial class MarkdownSnippets
{
    private static readonly string[] CSharp = ["csharp", "cs", "c#"];

    /// <summary>
    /// All documents: README, CONTRIBUTING, CHANGELOG, docs/, bench/, and the readme of each package.
    /// </summary>
    public static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.At(), "*.md")
            .Concat(Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.At("bench"), "*.md"))
            .Concat(PackageReadmes())
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> PackageReadmes() => Directory.EnumerateDirectories(Repository.At("src"))
        .Append(Repository.At("templates"))
        .Select(folder => Path.Combine(folder, "README.md"))
        .Where(File.Exists)
        .Order(StringComparer.Ordinal);

    public static IEnumerable<Snippet> OfDocuments() => Documents().SelectMany(file =>
        OfText(Path.GetRelativePath(Repository.At(), file).Replace('\\', '/'), File.ReadAllText(file)));

    public static IEnumerable<Snippet> OfText(string name, string markdown) => Blocks(markdown, CSharp)
        .Select(block => new Snippet($"{name}:{block.Line}", block.Code) { ExcerptOf = block.Sample });

    /// <summary>The fenced blocks in one of these languages.</summary>
    public static IEnumerable<(int Line, string Code, string? Sample)> Blocks(
        string markdown, params string[] languages)
    {
        var text = markdown.ReplaceLineEndings("\n");
        return Fences().Matches(text)
            .Where(block => languages.Contains(block.Groups["language"].Value.ToLowerInvariant()))
            .Select(block => (
                text.AsSpan(0, block.Groups["code"].Index).Count('\n') + 1,
                block.Groups["code"].Value,
                block.Groups["sample"] is { Success: true } sample ? sample.Value : null));
    }

    // A fence ends with as many backticks as it begins with; an indented one belongs to a list.
    [GeneratedRegex(
        """
        (?:^[ ]*<!--\ excerpt\ of\ (?<sample>\S+)\ -->\n)?
        ^(?<indent>[ ]*)(?<fence>`{3,})[ ]*(?<language>[^\n`]*?)[ ]*\n
        (?<code>.*?)
        ^\k<indent>\k<fence>[ ]*$
        """,
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Fences();
}

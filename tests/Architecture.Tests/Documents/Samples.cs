namespace CxoneAssist.Architecture.Tests.Documents;

/// <summary>The services below samples/, as far as they are code. Their tests need the packed packages: CI runs them.</summary>
internal static class Samples
{
    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Repository.At("samples"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetFileName(Path.GetDirectoryName(project))!)
            .Where(name => !name.EndsWith(".Tests", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Files(string sample) => Read(sample, _ => true);

    /// <summary>What a sample consists of in addition to its statements.</summary>
    public static IEnumerable<string> Classes(string sample) =>
        Read(sample, file => Path.GetFileName(file) != "Program.cs");

    /// <summary>Whether a file has these lines in this order, whatever their indentation.</summary>
    public static bool HasExcerpt(string file, string excerpt) =>
        ("\n" + Flattened(file) + "\n").Contains("\n" + Flattened(excerpt) + "\n", StringComparison.Ordinal);

    private static IEnumerable<string> Read(string sample, Func<string, bool> counts) =>
        Directory.EnumerateFiles(Repository.At("samples", sample), "*.cs")
            .Where(counts)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText);

    private static string Flattened(string code) =>
        string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim('\n');
}

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>SQL files of this assembly.</summary>
internal static class EmbeddedSql
{
    public static string Read(string path)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"{path} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The texts of a folder, in the order of their files' names.</summary>
    public static IReadOnlyList<string> ReadFolder(string folder) =>
    [
        .. typeof(EmbeddedSql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];
}

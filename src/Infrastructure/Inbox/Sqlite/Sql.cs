namespace CxoneAssist.Infrastructure.Inbox.Sqlite;

/// <summary>The statements and migrations, embedded beside the adapter.</summary>
internal static class Sql
{
    private const string Root = "Inbox/Sqlite/Sql/";

    private static readonly string Columns = Load("columns.sql");
    private static readonly string Progress = Load("progress.sql");

    public static string Read(string name) => Load(name + ".sql")
        .Replace("{columns}", Columns, StringComparison.Ordinal)
        .Replace("{progress}", Progress, StringComparison.Ordinal);

    public static IReadOnlyList<string> Migrations { get; } =
    [
        .. typeof(Sql).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root + "Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Load(name[Root.Length..])),
    ];

    private static string Load(string file)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream(Root + file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

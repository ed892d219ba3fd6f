using System.Collections.Concurrent;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A database's statements and migrations, embedded beside its adapter. Texts in braces stand for other files.</summary>
internal sealed class SqlFiles
{
    private readonly string _root;
    private readonly ConcurrentDictionary<string, string> _read = [];
    private readonly (string Placeholder, string Text)[] _parts;

    /// <param name="adapter">The adapter's folder.</param>
    /// <param name="parts">Files that others refer to as <c>{name}</c>, in an order in which each may refer to those after it.</param>
    public SqlFiles(string adapter, params string[] parts)
    {
        _root = $"Inbox/{adapter}/Sql/";
        _parts = [.. parts.Select(part => ($"{{{part}}}", Load(part + ".sql").TrimEnd()))];
        Migrations =
        [
            .. typeof(SqlFiles).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(_root + "Migrations/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Load(name[_root.Length..])),
        ];
    }

    /// <summary>The migrations, in their order.</summary>
    public IReadOnlyList<string> Migrations { get; }

    public string Read(string name) => _read.GetOrAdd(name, Compose);

    private string Compose(string name) =>
        _parts.Aggregate(Load(name + ".sql"), (sql, part) => sql.Replace(part.Placeholder, part.Text, StringComparison.Ordinal));

    private string Load(string file)
    {
        using var stream = typeof(SqlFiles).Assembly.GetManifestResourceStream(_root + file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

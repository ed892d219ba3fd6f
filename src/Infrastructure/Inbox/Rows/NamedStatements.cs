using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>
/// The statements of one SQL file, which holds exactly one block <c>-- name: Xyz</c> for each
/// member of <typeparamref name="TName"/>. A block <c>-- fragment: xyz</c> is a part: it replaces
/// <c>{xyz}</c> in the blocks below it.
/// </summary>
internal sealed partial class NamedStatements<TName>
    where TName : struct, Enum
{
    private readonly FrozenDictionary<TName, string> _texts;

    private NamedStatements(Dictionary<TName, string> texts) => _texts = texts.ToFrozenDictionary();

    public string this[TName name] => _texts[name];

    /// <exception cref="InvalidOperationException">The file and the names do not match.</exception>
    public static NamedStatements<TName> Load(string path, params (string Name, string Text)[] fragments) =>
        Parse(path, EmbeddedSql.Read(path), fragments);

    /// <exception cref="InvalidOperationException">The file and the names do not match.</exception>
    public static NamedStatements<TName> Parse(string path, string text, params (string Name, string Text)[] fragments)
    {
        var parts = fragments.ToDictionary(part => part.Name, part => part.Text, StringComparer.Ordinal);
        var texts = new Dictionary<TName, string>();
        foreach (Match block in Block().Matches(text))
        {
            var name = block.Groups["name"].Value;
            var sql = Compose(block.Groups["text"].Value.Trim());
            var isNew = block.Groups["kind"].Value == "fragment"
                ? parts.TryAdd(name, sql)
                : texts.TryAdd(NameOf(path, name), sql);
            if (!isNew)
            {
                throw new InvalidOperationException($"{path}: {name} stands there twice; remove one.");
            }
        }

        var missing = Enum.GetValues<TName>().Where(name => !texts.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? new(texts)
            : throw new InvalidOperationException(
                $"{path}: no block '-- name: {string.Join(", ", missing)}'; write it.");

        string Compose(string sql) => Fragment().Replace(sql, place =>
            parts.TryGetValue(place.Groups[1].Value, out var part)
            ? part
            : throw new InvalidOperationException($"{path}: no fragment {place.Value} above the block that names it."));
    }

    private static TName NameOf(string path, string name) => Enum.TryParse<TName>(name, out var known)
        ? known
        : throw new InvalidOperationException(
            $"{path}: {name} is no member of {typeof(TName).Name}; add it there or remove the block.");

    [GeneratedRegex(@"^-- (?<kind>name|fragment): (?<name>\w+)\r?\n(?<text>.*?)(?=^-- (?:name|fragment): |\z)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Fragment();
}

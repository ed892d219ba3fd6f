using System.Runtime.CompilerServices;
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
    private static readonly string[] Names = Enum.GetNames<TName>();

    // By the number of their name. A dictionary of an enum would be compiled anew at each start.
    private readonly string[] _texts;

    private NamedStatements(string[] texts) => _texts = texts;

    public string this[TName name] => _texts[Unsafe.BitCast<TName, int>(name)];

    /// <exception cref="InvalidOperationException">The file and the names do not match.</exception>
    public static NamedStatements<TName> Load(string path, params (string Name, string Text)[] fragments) =>
        Parse(path, EmbeddedSql.Read(path), fragments);

    /// <exception cref="InvalidOperationException">The file and the names do not match.</exception>
    public static NamedStatements<TName> Parse(string path, string text, params (string Name, string Text)[] fragments)
    {
        var parts = fragments.ToDictionary(part => part.Name, part => part.Text, StringComparer.Ordinal);
        var texts = new string[Names.Length];
        foreach (Match block in Block().Matches(text))
        {
            var name = block.Groups["name"].Value;
            var sql = Compose(block.Groups["text"].Value.Trim());
            var isFragment = block.Groups["kind"].Value == "fragment";
            if (isFragment ? !parts.TryAdd(name, sql) : texts[NumberOf(path, name)] is not null)
            {
                throw new InvalidOperationException($"{path}: {name} stands there twice; remove one.");
            }

            if (!isFragment)
            {
                texts[NumberOf(path, name)] = sql;
            }
        }

        var missing = Names.Where((_, number) => texts[number] is null).ToList();
        return missing.Count == 0
            ? new(texts)
            : throw new InvalidOperationException(
                $"{path}: no block '-- name: {string.Join(", ", missing)}'; write it.");

        string Compose(string sql) => Fragment().Replace(sql, place =>
            parts.TryGetValue(place.Groups[1].Value, out var part)
            ? part
            : throw new InvalidOperationException($"{path}: no fragment {place.Value} above the block that names it."));
    }

    private static int NumberOf(string path, string name) => Array.IndexOf(Names, name) is >= 0 and var number
        ? number
        : throw new InvalidOperationException(
            $"{path}: {name} is no member of {typeof(TName).Name}; add it there or remove the block.");

    [GeneratedRegex(@"^-- (?<kind>name|fragment): (?<name>\w+)\r?\n(?<text>.*?)(?=^-- (?:name|fragment): |\z)",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Fragment();
}

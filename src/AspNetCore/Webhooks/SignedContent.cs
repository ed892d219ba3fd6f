using System.Text;
using System.Text.RegularExpressions;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>The parsed template of the signed text.</summary>
internal sealed partial class SignedContent
{
    private const string Id = "{id}";
    private const string Timestamp = "{timestamp}";
    private const string Body = "{body}";

    private readonly string[] _parts;
    private readonly byte[][] _literals;
    private readonly int _literalBytes;

    private SignedContent(string[] parts)
    {
        _parts = parts;
        _literals = [.. parts.Select(part => IsPlaceholder(part) ? [] : Encoding.UTF8.GetBytes(part))];
        _literalBytes = _literals.Sum(literal => literal.Length);
        HasId = parts.Contains(Id);
        HasTimestamp = parts.Contains(Timestamp);
        AfterId = parts.SkipWhile(part => part != Id).Skip(1).FirstOrDefault()?[0];
    }

    public bool HasId { get; }

    public bool HasTimestamp { get; }

    /// <summary>
    /// The character that ends the id in the signed text; <c>null</c> where nothing follows it.
    /// </summary>
    public char? AfterId { get; }

    /// <summary>Parses a template.</summary>
    /// <returns>
    /// What is wrong with it, as the end of a sentence that begins with the setting's name;
    /// <c>null</c> where it is valid.
    /// </returns>
    public static string? Parse(string? template, out SignedContent? content)
    {
        string[] parts = [.. Placeholder().Split(template ?? "").Where(part => part.Length > 0)];
        var finding = Check(parts);
        content = finding is null ? new SignedContent(parts) : null;
        return finding;
    }

    public int LengthOf(ReadOnlySpan<char> id, ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> body) =>
        _literalBytes + (HasId ? id.Length : 0) + (HasTimestamp ? timestamp.Length : 0) + body.Length;

    /// <summary>Writes the signed text; id and timestamp must be ASCII.</summary>
    public int Write(Span<byte> target, ReadOnlySpan<char> id, ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> body)
    {
        var written = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            var rest = target[written..];
            written += _parts[i] switch
            {
                Id => Encoding.ASCII.GetBytes(id, rest),
                Timestamp => Encoding.ASCII.GetBytes(timestamp, rest),
                Body => Copy(body, rest),
                _ => Copy(_literals[i], rest),
            };
        }

        return written;
    }

    private static string? Check(string[] parts)
    {
        if (Array.Find(parts, part => IsPlaceholder(part) && parts.Count(other => other == part) > 1) is { } repeated)
        {
            return $"has {repeated} more than once: name each placeholder once.";
        }

        if (!parts.Contains(Body))
        {
            return "has no {body}: without it, a body could be exchanged. Write for example {id}.{timestamp}.{body}.";
        }

        if (parts.Any(part => !IsPlaceholder(part) && part.AsSpan().IndexOfAny('{', '}') >= 0))
        {
            return "has an unknown placeholder: write {id}, {timestamp} or {body}.";
        }

        return parts.Zip(parts.Skip(1)).Any(pair => pair.First == Id && IsPlaceholder(pair.Second))
            ? "has a placeholder directly after {id}: without a character between them the signed text can be read "
                + "in two ways."
            : null;
    }

    private static bool IsPlaceholder(string part) => part is Id or Timestamp or Body;

    private static int Copy(ReadOnlySpan<byte> source, Span<byte> target)
    {
        source.CopyTo(target);
        return source.Length;
    }

    [GeneratedRegex(@"(\{(?:id|timestamp|body)\})")]
    private static partial Regex Placeholder();
}

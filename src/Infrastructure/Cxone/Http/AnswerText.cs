using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace CxoneAssist.Infrastructure.Cxone.Http;

/// <summary>
/// The text of an answer by its bytes. What the header calls the charset counts only for bytes that are not Unicode,
/// because many servers name one that they do not use, or one that does not exist.
/// </summary>
internal static class AnswerText
{
    // By their byte order mark, the longer ones first: UTF-32's begins with UTF-16's.
    private static readonly Encoding[] Marked =
    [
        Encoding.UTF32,
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        Encoding.UTF8,
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
    ];

    private static readonly MediaTypeHeaderValue Utf8Json = new("application/json", "utf-8");

    /// <summary>
    /// The same answer in UTF-8. One that succeeded without a body becomes JSON's <c>null</c>, so that each kind of
    /// answer decides what nothing means.
    /// </summary>
    public static async Task<HttpContent> InUtf8Async(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var received = response.Content;
        var body = await received.ReadAsByteArrayAsync(cancellationToken);
        var text = ToUtf8(body, received.Headers.ContentType?.CharSet);
        var isEmpty = response.IsSuccessStatusCode && !text.ContainsAnyExcept(" \t\r\n"u8);
        var content = new ReadOnlyMemoryContent(isEmpty ? "null"u8.ToArray() : text.ToArray());
        content.Headers.ContentType = Utf8Json;
        return content;
    }

    /// <summary>A text in UTF-8, without a byte order mark.</summary>
    /// <param name="body">The text as it arrived.</param>
    /// <param name="charset">What its header calls the charset; <c>null</c> where it names none.</param>
    public static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> body, string? charset)
    {
        foreach (var marked in Marked)
        {
            if (body.StartsWith(marked.Preamble))
            {
                return Convert(body[marked.Preamble.Length..], marked);
            }
        }

        if (UnmarkedUnicode(body) is { } unicode)
        {
            return Convert(body, unicode);
        }

        return Utf8.IsValid(body) ? body : Convert(body, Named(charset) ?? Western());
    }

    private static ReadOnlySpan<byte> Convert(ReadOnlySpan<byte> text, Encoding from) =>
        Encoding.UTF8.GetBytes(from.GetString(text));

    // JSON begins with an ASCII character, and holds no NUL: zeros around the first one are those of wider units.
    private static Encoding? UnmarkedUnicode(ReadOnlySpan<byte> body)
    {
        if (body.Length < 2 || (body[0] != 0 && body[1] != 0))
        {
            return null;
        }

        var isBigEndian = body[0] == 0;
        var first = body.Length < 4 ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(body);
        return (first & 0x00FF_FFFF) == 0 || (first & 0xFFFF_FF00) == 0
            ? new UTF32Encoding(isBigEndian, byteOrderMark: false)
            : new UnicodeEncoding(isBigEndian, byteOrderMark: false);
    }

    private static Encoding? Named(string? charset)
    {
        var name = charset?.Trim('"', ' ') ?? "";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding Western() => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
}

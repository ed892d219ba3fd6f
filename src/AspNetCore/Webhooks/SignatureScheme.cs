using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>A validated signature scheme in the form that the checks use.</summary>
/// <param name="options">The scheme, validated.</param>
internal sealed class SignatureScheme(WebhookSignatureScheme options)
{
    private static readonly WebhookSignatureScheme Standard = new();

    public SignedContent Content { get; } =
        SignedContent.Parse(options.SignedContent, out var content) is { } finding
            ? throw new ArgumentException(finding, nameof(options))
            : content!;

    public WebhookSignatureEncoding Encoding { get; } = options.Encoding;

    public string Prefix { get; } = options.Prefix;

    public long ToleranceSeconds { get; } = (long)options.Tolerance.TotalSeconds;

    /// <summary>
    /// Whether signatures follow Standard Webhooks, whatever the names of the headers. Then secrets
    /// have its form as well.
    /// </summary>
    public static bool IsStandard(WebhookSignatureScheme scheme) =>
        scheme.Encoding == Standard.Encoding
            && scheme.Prefix == Standard.Prefix
            && scheme.SignedContent == Standard.SignedContent;

    public SignatureHeaders Read(IHeaderDictionary headers) => new(
        Content.HasId ? headers[options.IdHeader] : default,
        Content.HasTimestamp ? headers[options.TimestampHeader] : default,
        headers[options.SignatureHeader]);
}

/// <summary>The headers of a signature, with all values that each of them has.</summary>
internal readonly record struct SignatureHeaders(StringValues Id, StringValues Timestamp, StringValues Signature);

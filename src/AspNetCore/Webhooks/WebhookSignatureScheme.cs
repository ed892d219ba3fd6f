using System.ComponentModel.DataAnnotations;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// How a sender signs its webhooks: HMAC-SHA256 over a text that contains the body and, where the
/// scheme says so, headers. The defaults are Standard Webhooks (standardwebhooks.com). Section
/// <c>CxoneAssist:Webhook:Scheme</c>.
/// </summary>
public sealed class WebhookSignatureScheme
{
    /// <summary>
    /// The header with the message's id; read only where <see cref="SignedContent"/> has
    /// <c>{id}</c>. Default <c>webhook-id</c>.
    /// </summary>
    public string IdHeader { get; set; } = "webhook-id";

    /// <summary>
    /// The header with the time of sending in Unix seconds; read only where
    /// <see cref="SignedContent"/> has <c>{timestamp}</c>. Default <c>webhook-timestamp</c>.
    /// </summary>
    public string TimestampHeader { get; set; } = "webhook-timestamp";

    /// <summary>
    /// The header with the signature, or with several separated by spaces. Default
    /// <c>webhook-signature</c>.
    /// </summary>
    public string SignatureHeader { get; set; } = "webhook-signature";

    /// <summary>
    /// The encoding of a signature. Default <see cref="WebhookSignatureEncoding.Base64"/>.
    /// </summary>
    public WebhookSignatureEncoding Encoding { get; set; }

    /// <summary>
    /// The text before each signature. Default <c>v1,</c>; may be empty, no spaces. A signature
    /// without it is skipped.
    /// </summary>
    public string Prefix { get; set; } = "v1,";

    /// <summary>
    /// The signed text: <c>{body}</c> and, if the sender signs them too, <c>{timestamp}</c> and
    /// <c>{id}</c>, each once, with any text around them. A character other than a brace must
    /// follow <c>{id}</c>. An id that contains this character is refused, since the signed text
    /// would be ambiguous. Default <c>{id}.{timestamp}.{body}</c>.
    /// </summary>
    public string SignedContent { get; set; } = "{id}.{timestamp}.{body}";

    /// <summary>
    /// The greatest difference between the time of sending and ours, inclusive, in either
    /// direction; whole seconds. Default 5 minutes. No effect without <c>{timestamp}</c> in
    /// <see cref="SignedContent"/>.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Tolerance { get; set; } = TimeSpan.FromMinutes(5);
}

/// <summary>The encoding of a signature.</summary>
public enum WebhookSignatureEncoding
{
    /// <summary>Base64 with padding: 44 characters.</summary>
    Base64,

    /// <summary>Hexadecimal, in either case: 64 characters.</summary>
    Hex,
}

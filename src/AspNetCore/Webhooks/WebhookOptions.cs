using System.ComponentModel.DataAnnotations;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// What webhooks are accepted. Section <see cref="Section"/>; checked when the service starts, which a wrong setting stops. Changed secrets
/// take effect at once, unless they are not usable: then those before stay in force. Any other change takes effect at the next start.
/// </summary>
public sealed class WebhookOptions
{
    /// <summary>The configuration section: <c>CxoneAssist:Webhook</c>.</summary>
    public const string Section = "CxoneAssist:Webhook";

    /// <summary>
    /// The secrets shared with the sender; a webhook signed with any of them is accepted, so that one can follow another without a gap.
    /// Default none. As Standard Webhooks writes them, <c>whsec_</c> and then base64; a scheme whose encoding, prefix or signed content
    /// is another takes any other text as its UTF-8 bytes. At least 16 bytes each. Where the section has none, <c>CXONE_WEBHOOK_SECRET</c>
    /// counts. A list, or one text with several separated by spaces.
    /// </summary>
    public IList<string> Secrets { get; set; } = [];

    /// <summary>
    /// Whether webhooks are accepted unchecked where there is no secret. Default <c>false</c>: then a service without a secret does not
    /// start. It has no effect where there is a secret. Only for trials: every caller that reaches the
    /// path can then make follow-ups.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>The path webhooks are sent to. Default <c>/webhooks/interaction-completed</c>; begins with a slash, no placeholders.</summary>
    public string Path { get; set; } = "/webhooks/interaction-completed";

    /// <summary>The greatest size of a webhook's body, in bytes. Default 65,536. A greater one is answered 413.</summary>
    [Range(1024, 1_048_576)]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>
    /// The values of <c>eventType</c> that mean a completed interaction. Default <c>interaction.completed</c>; a list in configuration
    /// replaces it. A webhook without an <c>eventType</c> is always accepted; one with another is acknowledged and ignored.
    /// </summary>
    public IList<string> AcceptedEventTypes { get; set; } = ["interaction.completed"];

    /// <summary>How webhooks are signed. Default: Standard Webhooks.</summary>
    public WebhookSignatureScheme Scheme { get; set; } = new();
}

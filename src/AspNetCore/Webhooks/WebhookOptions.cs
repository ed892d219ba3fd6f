using System.ComponentModel.DataAnnotations;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Which webhooks are accepted. Section <see cref="Section"/>, checked when the service starts; a
/// wrong setting stops the start. Changed secrets take effect at once; where they are not usable,
/// the previous ones stay in force. Any other change takes effect at the next start.
/// </summary>
public sealed class WebhookOptions
{
    /// <summary>The configuration section: <c>CxoneAssist:Webhook</c>.</summary>
    public const string Section = "CxoneAssist:Webhook";

    /// <summary>
    /// The secrets shared with the sender. A webhook signed with any of them is accepted, so that
    /// one secret can replace another without a gap. Default none. Standard Webhooks writes them as
    /// <c>whsec_</c> and then base64. A scheme with another encoding, prefix or signed content
    /// takes any other text as its UTF-8 bytes. At least 16 bytes each. Where the section has none,
    /// <c>CXONE_WEBHOOK_SECRET</c> counts. A list, or one text with several separated by spaces.
    /// </summary>
    public IList<string> Secrets { get; set; } = [];

    /// <summary>
    /// Whether unsigned webhooks are accepted where there is no secret. Default <c>false</c>: a
    /// service without a secret does not start. No effect where there is a secret. Only for trials:
    /// every caller that reaches the path can then create follow-ups.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>
    /// The path webhooks are sent to. Default <c>/webhooks/interaction-completed</c>; begins with a
    /// slash, no placeholders.
    /// </summary>
    public string Path { get; set; } = "/webhooks/interaction-completed";

    /// <summary>
    /// The maximum size of a webhook's body, in bytes. Default 65,536. A larger one is answered
    /// 413.
    /// </summary>
    [Range(1024, 1_048_576)]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>
    /// The values of <c>eventType</c> that mean a completed interaction. Default
    /// <c>interaction.completed</c>; a list in the configuration replaces it. A webhook without an
    /// <c>eventType</c> is always accepted; one with any other value is acknowledged and ignored.
    /// </summary>
    public IList<string> AcceptedEventTypes { get; set; } = ["interaction.completed"];

    /// <summary>How webhooks are signed. Default: Standard Webhooks.</summary>
    public WebhookSignatureScheme Scheme { get; set; } = new();
}

using CxoneAssist.Host.Cli.Sandbox.Running;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>How to try a running host by hand, ready to paste into a POSIX shell.</summary>
internal sealed class TrialInstructions(Uri host, Uri cxone, ServiceSettings settings)
{
    /// <summary>The lines of the instructions.</summary>
    /// <param name="listsFollowUps">Whether the host has operators' endpoints.</param>
    public IEnumerable<string> Lines(bool listsFollowUps) =>
    [
        "",
        $"Service           {At(host)}",
        $"CXone simulator   {At(cxone)}",
        $"Operator key      {settings.OperatorKey}",
        "",
        "Paste this into a shell to end one more interaction, with an unhappy customer:",
        "",
        .. Webhook(),
        "",
        .. listsFollowUps ? FollowUp() : [],
        "Ctrl-C stops everything.",
        "",
    ];

    private IEnumerable<string> Webhook() =>
    [
        "  now=$(date +%s); id=demo-$now-$$",
        """  body='{"eventType":"interaction.completed","interactionId":"'$id'","agentId":"agent-007"}'""",
        "  sig=$(printf %s \"msg_$id.$now.$body\" | openssl dgst -sha256 -mac HMAC \\",
        $"    -macopt hexkey:{settings.WebhookSecret.Hex} \\",
        "    -binary | openssl base64 -A)",
        $"  curl -sS {At(host)}{WebhookSender.Path} \\",
        "    -H 'Content-Type: application/json' -H \"webhook-id: msg_$id\" \\",
        "    -H \"webhook-timestamp: $now\" -H \"webhook-signature: v1,$sig\" -d \"$body\"; echo",
    ];

    private IEnumerable<string> FollowUp() =>
    [
        "and this to see its follow-up:",
        "",
        $"  curl -sS -H 'Authorization: Bearer {settings.OperatorKey}' \\",
        $"    {At(host)}/follow-ups/$id; echo",
        "",
    ];

    private static string At(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

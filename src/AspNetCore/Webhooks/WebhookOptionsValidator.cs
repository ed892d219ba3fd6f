using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Validates the settings. Each finding names the key and the remedy, and never repeats a secret.
/// </summary>
internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const string SchemeSection = WebhookOptions.Section + ":Scheme";

    private static readonly System.Buffers.SearchValues<char> HeaderName = System.Buffers.SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly System.Buffers.SearchValues<char> PathText = System.Buffers.SearchValues.Create(
        "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        string[] findings = [.. Reception(options), .. Scheme(options.Scheme), .. Secrets(options)];
        return findings.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(findings);
    }

    private static IEnumerable<string> Reception(WebhookOptions options)
    {
        if (options.Path is not ['/', _, ..] || options.Path.AsSpan().IndexOfAnyExcept(PathText) >= 0)
        {
            yield return $"{WebhookOptions.Section}:Path has to be a path such as /webhooks/interaction-completed: "
                + "a slash first, then letters, digits and / - . _ ~.";
        }

        if (options.AcceptedEventTypes is null or [] || options.AcceptedEventTypes.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{WebhookOptions.Section}:AcceptedEventTypes has to name at least one event type and hold "
                + "no empty entry, or be left out for interaction.completed.";
        }
    }

    private static IEnumerable<string> Scheme(WebhookSignatureScheme? scheme)
    {
        if (scheme is null)
        {
            yield return $"{SchemeSection} is empty: leave it out for Standard Webhooks.";
            yield break;
        }

        foreach (var (key, header) in new[]
            { ("IdHeader", scheme.IdHeader), ("TimestampHeader", scheme.TimestampHeader),
                ("SignatureHeader", scheme.SignatureHeader) })
        {
            if (string.IsNullOrEmpty(header) || header.AsSpan().IndexOfAnyExcept(HeaderName) >= 0)
            {
                yield return $"{SchemeSection}:{key} has to be the name of a header.";
            }
        }

        if (!Enum.IsDefined(scheme.Encoding))
        {
            yield return $"{SchemeSection}:Encoding has to be Base64 or Hex.";
        }

        if (scheme.Prefix is null || scheme.Prefix.Contains(' '))
        {
            yield return $"{SchemeSection}:Prefix may hold no space: spaces separate several signatures.";
        }

        if (SignedContent.Parse(scheme.SignedContent, out _) is { } finding)
        {
            yield return $"{SchemeSection}:SignedContent {finding}";
        }
    }

    private static IEnumerable<string> Secrets(WebhookOptions options)
    {
        if (options.Secrets is null or [] && !options.AllowUnsigned)
        {
            yield return "There is no webhook secret: set CxoneAssist:Webhook:Secrets (environment "
                + "CXONE_WEBHOOK_SECRET) or, only for trials, CxoneAssist:Webhook:AllowUnsigned=true.";
        }

        var base64Only = options.Scheme is not null && SignatureScheme.IsStandard(options.Scheme);
        for (var i = 0; i < (options.Secrets?.Count ?? 0); i++)
        {
            if (WebhookSecret.Read(options.Secrets![i], base64Only, out _) is { } finding)
            {
                yield return $"{WebhookOptions.Section}:Secrets:{i} (or entry {i + 1} of CXONE_WEBHOOK_SECRET) "
                    + $"{finding}";
            }
        }
    }
}

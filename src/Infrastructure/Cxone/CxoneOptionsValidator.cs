using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Checks the connection to CXone. What is missing is a fault only where CXone is called.</summary>
internal sealed partial class CxoneOptionsValidator(CxoneUse use) : IValidateOptions<CxoneOptions>
{
    public ValidateOptionsResult Validate(string? name, CxoneOptions options)
    {
        string[] faults = [.. use.IsCertain ? Missing(options) : [], .. Address(options), .. Contract(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>The settings without which CXone cannot be called, a sentence each.</summary>
    public static IEnumerable<string> Missing(CxoneOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.BaseUrl) && string.IsNullOrWhiteSpace(options.Org))
        {
            yield return $"{Key(nameof(options.Org))} is missing: set it to the tenant in https://{{org}}.api.cxone.com, "
                + $"or give a whole address as {Key(nameof(options.BaseUrl))}.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            yield return $"{Key(nameof(options.ClientId))} is missing: set it to the id of the CXone client.";
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return $"{Key(nameof(options.ClientSecret))} is missing: set it to the secret of the CXone client.";
        }
    }

    private static IEnumerable<string> Address(CxoneOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.BaseUrl))
        {
            if (!IsAllowedAddress(options.BaseUrl.Trim()))
            {
                yield return Key(nameof(options.BaseUrl))
                    + " must be an absolute https address without user name, query or fragment; plain http is for loopback only.";
            }
        }
        else if (!string.IsNullOrWhiteSpace(options.Org) && !DnsLabel().IsMatch(options.Org))
        {
            yield return Key(nameof(options.Org))
                + " must be a single DNS label: letters, digits and inner hyphens, 63 at most, no dots.";
        }
    }

    private static bool IsAllowedAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0
        && !text.AsSpan().ContainsAny('?', '#', '@');

    private static IEnumerable<string> Contract(CxoneOptions options)
    {
        if (!TokenPath().IsMatch(options.TokenPath ?? ""))
        {
            yield return $"{Key(nameof(options.TokenPath))} must be a plain path such as /oauth/token, "
                + "without host, query or dot segments.";
        }

        if (options.CustomFieldId is null or { Length: 0 or > 128 } || options.CustomFieldId.Any(char.IsControl))
        {
            yield return $"{Key(nameof(options.CustomFieldId))} must have 1 to 128 characters.";
        }

        if (options.Scopes is null || options.Scopes.Any(char.IsControl))
        {
            yield return $"{Key(nameof(options.Scopes))} must be scope names separated by spaces.";
        }
    }

    private static string Key(string setting) => $"{CxoneOptions.Section}:{setting}";

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex DnsLabel();

    [GeneratedRegex(@"^/?([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*\z")]
    private static partial Regex TokenPath();
}

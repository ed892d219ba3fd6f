using System.Text;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Converts a configured secret into a key.</summary>
internal static class WebhookSecret
{
    // 128 bits: a caller that has seen one signed webhook can try keys against it offline, and keys
    // below NIST's 112 bits are no protection against that. Standard Webhooks asks senders for 24
    // bytes or more, but other senders issue shorter ones (Slack: 16 bytes as 32 hex digits).
    public const int MinKeyBytes = 16;

    private const string Base64Prefix = "whsec_";

    /// <summary>Parses a secret.</summary>
    /// <param name="secret">The secret as configured.</param>
    /// <param name="base64Only">
    /// Whether the scheme allows only <c>whsec_</c> followed by base64.
    /// </param>
    /// <param name="key">The key; empty where the secret is not valid.</param>
    /// <returns>
    /// What is wrong with it, as the end of a sentence that begins with its name; <c>null</c> where
    /// it is valid.
    /// </returns>
    public static string? Read(string? secret, bool base64Only, out byte[] key)
    {
        key = [];
        if (string.IsNullOrWhiteSpace(secret))
        {
            return "is empty: set the secret that the sender shows, or remove the entry.";
        }

        if (secret.StartsWith(Base64Prefix, StringComparison.Ordinal))
        {
            return ReadBase64(secret.AsSpan(Base64Prefix.Length), out key) ? CheckLength(ref key) :
                "is not base64 after 'whsec_': copy the secret again as the sender shows it.";
        }

        if (base64Only)
        {
            return "does not begin with 'whsec_': write it as 'whsec_' and the key in base64, or set "
                + "CxoneAssist:Webhook:Scheme if the sender does not follow Standard Webhooks.";
        }

        key = Encoding.UTF8.GetBytes(secret);
        return CheckLength(ref key);
    }

    private static bool ReadBase64(ReadOnlySpan<char> text, out byte[] key)
    {
        key = new byte[text.Length];
        var read = Convert.TryFromBase64Chars(text, key, out var length);
        key = key[..length];
        return read;
    }

    private static string? CheckLength(ref byte[] key)
    {
        if (key.Length >= MinKeyBytes)
        {
            return null;
        }

        key = [];
        return $"is shorter than {MinKeyBytes} bytes and could be guessed: have the sender make a longer one.";
    }
}

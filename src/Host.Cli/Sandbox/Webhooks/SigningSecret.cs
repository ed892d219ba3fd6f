using System.Security.Cryptography;

namespace CxoneAssist.Host.Cli.Sandbox.Webhooks;

/// <summary>A Standard Webhooks secret.</summary>
internal sealed class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int Length = 32;

    private readonly byte[] _key;

    private SigningSecret(byte[] key) => _key = key;

    /// <summary>The secret in the form of the settings.</summary>
    public string Text => Prefix + Convert.ToBase64String(_key);

    /// <summary>The key in hexadecimal digits, for openssl.</summary>
    public string Hex => Convert.ToHexStringLower(_key);

    public static SigningSecret Fresh() => new(RandomNumberGenerator.GetBytes(Length));

    public static SigningSecret Parse(string text) => new(Convert.FromBase64String(text[Prefix.Length..]));

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    public string Sign(string webhookId, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var head = System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{webhookId}.{unixSeconds}."));
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(head);
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}

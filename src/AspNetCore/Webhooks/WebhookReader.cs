using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Reads a webhook's body once its signature holds, and not before.</summary>
internal sealed class WebhookReader
{
    private readonly SignatureScheme _scheme;
    private readonly byte[][] _keys;
    private readonly TimeProvider _clock;

    public WebhookReader(IOptions<WebhookOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _scheme = new SignatureScheme(options.Value.Scheme);
        var base64Only = SignatureScheme.IsStandard(options.Value.Scheme);
        _keys = [.. options.Value.Secrets.Select(secret => Key(secret, base64Only))];
    }

    /// <summary>Whether signatures are looked at; only where there is a secret.</summary>
    public bool IsVerifying => _keys.Length > 0;

    public WebhookBody Read(ReadOnlySequence<byte> body, IHeaderDictionary headers)
    {
        if (body.IsSingleSegment)
        {
            return Read(body.FirstSpan, headers);
        }

        var length = (int)body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(rented);
            return Read(rented.AsSpan(0, length), headers);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private WebhookBody Read(ReadOnlySpan<byte> body, IHeaderDictionary headers)
    {
        var verdict = IsVerifying
            ? WebhookSignature.Verify(body, _scheme.Read(headers), _scheme, _keys, _clock.GetUtcNow())
            : SignatureVerdict.Valid;
        return WebhookProblem.Of(verdict) is { } forged ? new WebhookBody(null, null, forged) : WebhookBody.Read(body);
    }

    private static byte[] Key(string secret, bool base64Only) =>
        WebhookSecret.Read(secret, base64Only, out var key) is { } finding ? throw new ArgumentException($"A webhook secret {finding}") : key;
}

using System.Buffers;
using CxoneAssist.Application.FollowUps;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Parses a webhook's body only after its signature was verified.</summary>
internal sealed class WebhookReader
{
    private readonly SignatureScheme _scheme;
    private readonly WebhookKeys _keys;
    private readonly TimeProvider _clock;

    public WebhookReader(IOptions<WebhookOptions> options, WebhookKeys keys, TimeProvider clock)
    {
        (_keys, _clock) = (keys, clock);
        _scheme = new SignatureScheme(options.Value.Scheme);
    }

    /// <summary>Whether signatures are checked; only where there is a secret.</summary>
    public bool IsVerifying => _keys.Current.Length > 0;

    public WebhookBody VerifyAndRead(ReadOnlySequence<byte> body, IHeaderDictionary headers)
    {
        if (body.IsSingleSegment)
        {
            return VerifyAndRead(body.FirstSpan, headers);
        }

        var length = (int)body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(rented);
            return VerifyAndRead(rented.AsSpan(0, length), headers);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private WebhookBody VerifyAndRead(ReadOnlySpan<byte> body, IHeaderDictionary headers)
    {
        var keys = _keys.Current;
        var verdict = keys.Length > 0
            ? Verify(body, _scheme.Read(headers), keys)
            : SignatureVerdict.Valid;
        return WebhookProblem.For(verdict) is { } forged ? new WebhookBody(null, null, forged) : WebhookBody.Read(body);
    }

    private SignatureVerdict Verify(ReadOnlySpan<byte> body, SignatureHeaders headers, byte[][] keys)
    {
        var verdict = WebhookSignature.Verify(body, headers, _scheme, keys, _clock.GetUtcNow());

        // A step of the machine's clock is not believed at once, and may be right: then webhooks are signed by it.
        return verdict == SignatureVerdict.TimestampOutOfTolerance && _clock is SteadyTime { Clock: var clock }
            ? WebhookSignature.Verify(body, headers, _scheme, keys, clock.GetUtcNow())
            : verdict;
    }
}

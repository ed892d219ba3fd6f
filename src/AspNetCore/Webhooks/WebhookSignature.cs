using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Checks a webhook's signature: a pure function of the request, the scheme, the keys and the time.
/// </summary>
internal static class WebhookSignature
{
    private const int Base64Length = 44;
    private const int HexLength = 2 * HMACSHA256.HashSizeInBytes;
    private const int OnStack = 1024;

    // Enough digits for any date, too few to overflow.
    private const int MaxTimestampDigits = 18;

    public static SignatureVerdict Verify(
        ReadOnlySpan<byte> body, SignatureHeaders headers, SignatureScheme scheme, ReadOnlySpan<byte[]> keys,
        DateTimeOffset now)
    {
        ReadOnlySpan<char> id = [], timestamp = [];
        if ((scheme.Content.HasId && !IsSingle(headers.Id, out id))
            || (scheme.Content.HasTimestamp && !IsSingle(headers.Timestamp, out timestamp))
            || !IsSingle(headers.Signature, out var signatures))
        {
            return SignatureVerdict.HeaderMissing;
        }

        var verdict = CheckId(id, scheme.Content);
        verdict = verdict == SignatureVerdict.Valid ? CheckTimestamp(timestamp, scheme, now) : verdict;
        return verdict == SignatureVerdict.Valid
            ? CheckSignatures(signatures, id, timestamp, body, scheme, keys)
            : verdict;
    }

    private static bool IsSingle(StringValues values, out ReadOnlySpan<char> value)
    {
        value = values.Count == 1 ? values[0] : [];
        return !value.IsEmpty;
    }

    private static SignatureVerdict CheckId(ReadOnlySpan<char> id, SignedContent content) =>
        id.IndexOfAnyExceptInRange('!', '~') >= 0 || (content.AfterId is { } end && id.Contains(end))
            ? SignatureVerdict.IdMalformed
            : SignatureVerdict.Valid;

    private static SignatureVerdict CheckTimestamp(
        ReadOnlySpan<char> timestamp, SignatureScheme scheme, DateTimeOffset now)
    {
        if (!scheme.Content.HasTimestamp)
        {
            return SignatureVerdict.Valid;
        }

        if (timestamp.Length > MaxTimestampDigits || timestamp.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return SignatureVerdict.TimestampMalformed;
        }

        var sentAt = long.Parse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture);
        return Math.Abs(now.ToUnixTimeSeconds() - sentAt) <= scheme.ToleranceSeconds
            ? SignatureVerdict.Valid
            : SignatureVerdict.TimestampOutOfTolerance;
    }

    private static SignatureVerdict CheckSignatures(
        ReadOnlySpan<char> signatures,
        ReadOnlySpan<char> id,
        ReadOnlySpan<char> timestamp,
        ReadOnlySpan<byte> body,
        SignatureScheme scheme,
        ReadOnlySpan<byte[]> keys)
    {
        var length = scheme.Content.LengthOf(id, timestamp, body);
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> signed = rented is null ? stackalloc byte[OnStack] : rented;
        try
        {
            signed = signed[..scheme.Content.Write(signed, id, timestamp, body)];
            Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
            foreach (var key in keys)
            {
                HMACSHA256.HashData(key, signed, expected);
                if (AnyEquals(signatures, expected, scheme))
                {
                    return SignatureVerdict.Valid;
                }
            }

            return SignatureVerdict.Mismatch;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private static bool AnyEquals(ReadOnlySpan<char> signatures, ReadOnlySpan<byte> expected, SignatureScheme scheme)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var rest = signatures; !rest.IsEmpty;)
        {
            var end = rest.IndexOf(' ');
            var entry = end < 0 ? rest : rest[..end];
            if (TryDecode(entry, scheme, given) && CryptographicOperations.FixedTimeEquals(given, expected))
            {
                return true;
            }

            rest = rest[Math.Min(entry.Length + 1, rest.Length)..];
        }

        return false;
    }

    // Entries that do not decode to exactly one hash are skipped: a list may contain signatures of
    // later versions.
    private static bool TryDecode(ReadOnlySpan<char> entry, SignatureScheme scheme, Span<byte> hash)
    {
        if (!entry.StartsWith(scheme.Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var text = entry[scheme.Prefix.Length..];
        return scheme.Encoding == WebhookSignatureEncoding.Hex
            ? text.Length == HexLength && Convert.FromHexString(text, hash, out _, out _) == OperationStatus.Done
            : text.Length == Base64Length
                && Convert.TryFromBase64Chars(text, hash, out var written)
                && written == hash.Length;
    }
}

using System.Security.Cryptography;
using System.Text;
using CxoneAssist.AspNetCore.Webhooks;

namespace CxoneAssist.AspNetCore.Tests.Webhooks;

internal sealed class WebhookSignatureTests
{
    private static readonly byte[] Body = """{"a": "ä"}"""u8.ToArray();

    [Test]
    public void Verify_OfTheKnownAnswerOfTheStandard_IsValid()
    {
        WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true, out var key);
        var headers = new SignatureHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        Assert.That(
            WebhookSignature.Verify("""{"test": 2432232314}"""u8, headers, new(new()), [key], DateTimeOffset.FromUnixTimeSeconds(1614265330)),
            Is.EqualTo(SignatureVerdict.Valid));
    }

    [TestCase(-301, 0, SignatureVerdict.TimestampOutOfTolerance)]
    [TestCase(-300, 0, SignatureVerdict.Valid)]
    [TestCase(-300, 999, SignatureVerdict.Valid)]
    [TestCase(300, 0, SignatureVerdict.Valid)]
    [TestCase(301, 999, SignatureVerdict.TimestampOutOfTolerance)]
    public void Verify_AtTheEdgeOfTheTolerance_CountsWholeSeconds(int offset, int milliseconds, SignatureVerdict expected)
    {
        var sent = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var key = new byte[32];
        var signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. "m.1700000000."u8, .. Body]));
        var verdict = WebhookSignature.Verify(
            Body, new("m", "1700000000", signature), new(new()), [key], sent.AddSeconds(-offset).AddMilliseconds(milliseconds));
        Assert.That(verdict, Is.EqualTo(expected));
    }

    [TestCase("{body}", "", "", false)]
    [TestCase("{body}", "sha256=", "", true)]
    [TestCase("{timestamp}.{body}", "", "1700000000.", false)]
    [TestCase("{timestamp}{body}", "s=", "1700000000", true)]
    [TestCase("v0:{timestamp}:{body}", "v0=", "v0:1700000000:", true)]
    [TestCase("{id}:{timestamp}:{body}", "v1,", "a.b:1700000000:", false)]
    public void Verify_WithAnotherSendersScheme_ChecksWhatThatSenderSigns(string content, string prefix, string signedBeforeBody, bool hex)
    {
        var key = "a secret of some length"u8.ToArray();
        var hash = HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(signedBeforeBody), .. Body]);
        var signature = prefix + (hex ? Convert.ToHexString(hash) : Convert.ToBase64String(hash));
        var scheme = new SignatureScheme(new()
        {
            SignedContent = content,
            Prefix = prefix,
            Encoding = hex ? WebhookSignatureEncoding.Hex : WebhookSignatureEncoding.Base64,
        });

        SignatureVerdict Verify(byte[] body) =>
            WebhookSignature.Verify(body, new("a.b", "1700000000", signature), scheme, [new byte[32], key], DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

        Assert.That(Verify(Body), Is.EqualTo(SignatureVerdict.Valid));
        Assert.That(Verify([.. Body, 0]), Is.EqualTo(SignatureVerdict.Mismatch));
    }

    [Test]
    public void Verify_OfALargeBody_RentsItsBuffer()
    {
        var key = new byte[32];
        var body = new byte[60_000];
        var scheme = new SignatureScheme(new());
        var signature = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. "m.1700000000."u8, .. body]));

        SignatureVerdict Verify() =>
            WebhookSignature.Verify(body, new("m", "1700000000", signature), scheme, [key], DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

        Verify();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = Verify();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Code that is not optimised yet allocates a little; a copy of the body would be 60,000 bytes.
        Assert.That(allocated, Is.LessThan(1_000));
        Assert.That(verdict, Is.EqualTo(SignatureVerdict.Valid));
    }
}

using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Webhooks;

internal sealed class SigningSecretTests
{
    [Test]
    public void Sign_KnownSecretAndBody_GivesTheKnownAnswer()
    {
        var secret = SigningSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8);

        Assert.That(signature, Is.EqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    [Test]
    public void Fresh_Secret_IsNewAndLongAndReadsBack()
    {
        var secret = SigningSecret.Fresh();

        Assert.That(secret.Text, Is.Not.EqualTo(SigningSecret.Fresh().Text));
        Assert.That(SigningSecret.Parse(secret.Text).Hex, Is.EqualTo(secret.Hex).And.Length.EqualTo(64));
    }
}

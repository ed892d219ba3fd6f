using CxoneAssist.Infrastructure.Cxone;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class CxoneMessageTests
{
    [TestCase(null, "")]
    [TestCase("  ", "")]
    [TestCase("plain\r\n\u0000 words\u001b[31m", "plain words [31m")]
    [TestCase("""{"error":"Bad\nrequest","code":17,"extra":null}""", "error: Bad request; code: 17")]
    [TestCase("""{"errors":[{"field":"dueDate","message":"in the past"}]}""", "field: dueDate; message: in the past")]
    [TestCase("""{"truncated":"JSO""", """{"truncated":"JSO""")]
    [TestCase("token Bearer abc.def-123 expired", "token Bearer *** expired")]
    [TestCase("jwt eyJhbGciOiJI.eyJzdWIi.sig_x", "jwt ***")]
    [TestCase("grant_type=x&client_secret=hush&a=b", "grant_type=x&client_secret=***&a=b")]
    [TestCase("""{"access_token": "hush" """, """{"access_token": "***" """)]
    [TestCase("the canary is seen", "the *** is seen")]
    public void FromBody_Body_IsOneLineWithoutSecrets(string? body, string expected) =>
        Assert.That(CxoneMessage.FromBody(body, "canary", null, "").Text, Is.EqualTo(expected.Trim()));

    [Test]
    public void FromBody_LongBody_IsCutAfterItsSecretsWereHidden()
    {
        var text = CxoneMessage.FromBody(new string('x', 295) + "canary" + new string('y', 100), "canary").Text;

        Assert.That(text, Has.Length.EqualTo(CxoneMessage.MaxLength).And.Not.Contains("can"));
    }

    [Test]
    public void Mentions_WordBeyondTheCut_IsFound()
    {
        var message = CxoneMessage.FromBody(new string('x', 400) + " unknown Assignee");

        Assert.That(message.Text, Does.Not.Contain("Assignee"));
        Assert.That(message.Mentions("assignee"));
    }
}

using System.Net;
using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>Guessed operator keys, with true and forged X-Forwarded-For headers.</summary>
public sealed class OperatorKeyTests : EndToEndTest
{
    private const string Attacker = "203.0.113.7";
    private const string Colleague = "203.0.113.8";

    [Test]
    public async Task WrongKeys_BehindATrustedProxy_BlockFurtherOnesOfTheirSender()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(Settings.With(("CxoneAssist__Proxy__Trusted", "127.0.0.1 ::1")));
        await GuessAsync(host, _ => Attacker);

        var refused = await AskAsync(host, "guessed-once-more", Attacker);
        Assert.That((refused.Status, refused.RetryAfter), Is.EqualTo((HttpStatusCode.TooManyRequests, FailedAttempts.Window)));
        var stranger = await AskAsync(host, "guessed-elsewhere", Colleague);
        Assert.That(stranger.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await host.Webhooks.SendAsync(new Webhook("w"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    /// <summary>
    /// Beyond a number of addresses all new ones share a count, so strangers can block any address.
    /// </summary>
    [Test]
    public async Task RightKey_FromABlockedAddress_GetsThrough()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        await GuessAsync(host, _ => Attacker);

        Assert.That((await AskAsync(host, "guessed-once-more", Attacker)).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That((await AskAsync(host, HostSettings.OperatorKey, Attacker)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await AskAsync(host, "guessed-once-more", Attacker)).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase(null, null)]
    [TestCase("CxoneAssist__Proxy__Trusted", "192.0.2.0/24")]
    [TestCase("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")]
    public async Task ForwardedAddress_FromWhoIsNotTrusted_IsNotBelieved(string? key, string? value)
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(key is null ? Settings : Settings.With((key, value)));
        await GuessAsync(host, i => $"203.0.113.{100 + i}");

        Assert.That((await AskAsync(host, "guessed-elsewhere", Colleague)).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase(null, "Send the operator key as 'Authorization: Bearer …'.")]
    [TestCase("Bearer wrong-wrong-wrong-wrong", "This is not the operator key: send the host's CXONE_OPERATOR_KEY.")]
    [TestCase(HostSettings.OperatorKey, "The operator key is sent as 'Authorization: Bearer …', and this request has another form.")]
    public async Task Key_MissingWrongOrInAnotherForm_IsToldApart(string? authorization, string sentence)
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "follow-ups");
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await http.SendAsync(request);

        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.That((answer.StatusCode, problem.RootElement.GetProperty("error").GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, sentence)));
    }

    [Test]
    public async Task Answers_OfEveryKind_AreNotToBeStored()
    {
        await StartCxoneAsync();
        var host = await StartHostAsync();
        foreach (var key in new[] { HostSettings.OperatorKey, "wrong-wrong-wrong-wrong" })
        {
            using var request = Request(host, key, null);
            using var response = await HostResponse.Http.SendAsync(request);
            Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(response.Headers.Server, Is.Empty);
        }
    }

    private static async Task GuessAsync(HostClient host, Func<int, string> from)
    {
        for (var i = 0; i < FailedAttempts.Most; i++)
        {
            Assert.That((await AskAsync(host, $"guessed-guessed-{i}", from(i))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    private static Task<HostResponse> AskAsync(HostClient host, string key, string from) => HostResponse.SendAsync(Request(host, key, from));

    private static HttpRequestMessage Request(HostClient host, string key, string? from)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "follow-ups"));
        request.Headers.Authorization = new("Bearer", key);
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        return request;
    }
}

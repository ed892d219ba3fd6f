using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>
/// The address that the host listens on, for each of the settings that can determine it.
/// </summary>
public sealed class ListeningTests : EndToEndTest
{
    private const string Loopback = "http://127.0.0.1:";
    private const string Everywhere = "http://[::]:";

    [TestCase(Everywhere, "PORT", "0", "ASPNETCORE_URLS", "http://127.0.0.1:0", TestName = "PORT_WinsOverUrls")]
    [TestCase(Everywhere, "PORT", "0", "ASPNETCORE_HTTP_PORTS", "1", TestName = "PORT_WinsOverHttpPorts")]
    [TestCase(Loopback, "PORT", "0", "Kestrel__Endpoints__Own__Url", "http://127.0.0.1:0", TestName = "KestrelEndpoints_WinOverPORT")]
    [TestCase(Loopback, "PORT", "0", "CXONE_BIND", "127.0.0.1", TestName = "Bind_LimitsPORTToAnAddress")]
    [TestCase("http://[::1]:", "PORT", "0", "CxoneAssist__Bind", "::1", TestName = "Bind_TakesIPv6")]
    [TestCase(Loopback, "ASPNETCORE_URLS", "http://127.0.0.1:0", "PORT", null, TestName = "Urls_CountWithoutPORT")]
    public async Task Host_GivenTwoSettings_ListensWhereTheReadmeSays(string expected, string key, string value, string otherKey, string? otherValue)
    {
        await StartCxoneAsync();
        var host = await StartHostAsync(Settings.With((key, value), (otherKey, otherValue)));
        await StopCleanlyAsync(host);

        var listening = host.Process.Log.Where(line => line.Contains("Now listening on", StringComparison.Ordinal)).ToList();
        Assert.That(listening, Has.Count.EqualTo(1).And.All.Contains($"Now listening on: {expected}"));
    }

    [Test]
    public async Task Host_WithACertificateInKestrelsOwnSettings_SpeaksTls()
    {
        await StartCxoneAsync();
        var (certificate, key) = (Path.Combine(Settings.Folder, "host.pem"), Path.Combine(Settings.Folder, "host.key"));
        using var signed = MakeCertificate(certificate, key);
        var host = await StartHostAsync(Settings.With(
            ("Kestrel__Endpoints__Https__Url", "https://127.0.0.1:0"),
            ("Kestrel__Endpoints__Https__Certificate__Path", certificate),
            ("Kestrel__Endpoints__Https__Certificate__KeyPath", key)));

        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, seen, _, _) => seen?.GetCertHashString() == signed.GetCertHashString();
        using var http = new HttpClient(handler);
        using var live = await http.GetAsync(new UriBuilder(host.Address) { Scheme = "https", Path = "healthz/live" }.Uri);
        Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private static X509Certificate2 MakeCertificate(string certificate, string key)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", pair, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        var signed = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(certificate, signed.ExportCertificatePem());
        File.WriteAllText(key, pair.ExportPkcs8PrivateKeyPem());
        return signed;
    }
}

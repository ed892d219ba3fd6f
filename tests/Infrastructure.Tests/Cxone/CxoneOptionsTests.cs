using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Workflow;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal sealed class CxoneOptionsTests
{
    private static readonly object[] Bad =
    [
        Case("Org", options => options.Org = null),
        Case("Org", options => options.Org = "a.b"),
        Case("Org", options => options.Org = "evil.example/x?"),
        Case("Org", options => options.Org = "-a"),
        Case("Org", options => options.Org = "a\n"),
        Case("Org", options => options.Org = new string('a', 64)),
        Case("BaseUrl", options => options.BaseUrl = "http://cxone.example"),
        Case("BaseUrl", options => options.BaseUrl = "/relative"),
        Case("BaseUrl", options => options.BaseUrl = "ftp://127.0.0.1"),
        Case("BaseUrl", options => options.BaseUrl = "https://user:pw@cxone.example"),
        Case("BaseUrl", options => options.BaseUrl = "https://cxone.example?a=b"),
        Case("BaseUrl", options => options.BaseUrl = "https://cxone.example#a"),
        Case("ClientId", options => options.ClientId = " "),
        Case("ClientSecret", options => options.ClientSecret = null),
        Case("TokenPath", options => options.TokenPath = "https://evil.example/token"),
        Case("TokenPath", options => options.TokenPath = "//evil.example/token"),
        Case("TokenPath", options => options.TokenPath = "/../token"),
        Case("TokenPath", options => options.TokenPath = "/token?x=y"),
        Case("CustomFieldId", options => options.CustomFieldId = ""),
        Case("MaxConcurrency", options => options.MaxConcurrency = 0),
        Case("RequestsPerSecond", options => options.RequestsPerSecond = 0),
        Case("RequestsPerSecond", options => options.RequestsPerSecond = double.NaN),
        Case("MaxResponseBytes", options => options.MaxResponseBytes = 1),
        Case("FormTimeout", options => options.FormTimeout = TimeSpan.Zero),
        Case("CreateTimeout", options => options.CreateTimeout = TimeSpan.FromMinutes(3)),
        Case("LookUpTimeout", options => options.LookUpTimeout = TimeSpan.FromSeconds(-1)),
        Case("NotifyTimeout", options => options.NotifyTimeout = TimeSpan.MaxValue),
        Case("TokenTimeout", options => options.TokenTimeout = TimeSpan.Zero),
        Case("TotalTime", options => options.TotalTime = TimeSpan.FromHours(1)),
    ];

    [TestCaseSource(nameof(Bad))]
    public void Validate_BadSetting_NamesItsKey(Action<CxoneOptions> spoil, string key)
    {
        var options = Good();
        spoil(options);

        var failures = Failures(options);

        Assert.That(failures, Has.Length.EqualTo(1));
        Assert.That(failures![0], Does.Contain(key).And.Not.Contain("CXONE_"));
    }

    [TestCase(null, "acme", "https://acme.api.cxone.com/")]
    [TestCase("https://cxone.example/tenant/one", null, "https://cxone.example/tenant/one")]
    [TestCase("http://localhost:5005", "acme", "http://localhost:5005/")]
    [TestCase("http://[::1]:5005", null, "http://[::1]:5005/")]
    public void Address_ComesFromBaseUrlOrElseOrg(string? baseUrl, string? org, string expected)
    {
        var options = Good();
        (options.BaseUrl, options.Org) = (baseUrl, org);

        Assert.That(Failures(options), Is.Empty);
        Assert.That(options.Address.ToString(), Is.EqualTo(expected));
    }

    private static object[] Case(string key, Action<CxoneOptions> spoil) => [spoil, $"CxoneAssist:Cxone:{key} "];

    private static CxoneOptions Good() => new() { Org = "acme", ClientId = "client-1", ClientSecret = "hush" };

    private static string[] Failures(CxoneOptions options) =>
    [
        .. new CxoneOptionsValidator(new CxoneUse(new ServiceCollection().AddWorkflow())).Validate(null, options).Failures ?? [],
        .. new SettingRanges<CxoneOptions>(CxoneOptions.Section).Validate(null, options).Failures ?? [],
    ];
}

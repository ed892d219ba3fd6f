using CxoneAssist.Host.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace CxoneAssist.EndToEnd.Tests.Security;

/// <summary>
/// All routes that are reachable from outside, with their authorization. A change needs a change of
/// routes.txt.
/// </summary>
public sealed class RouteTests
{
    private static readonly string[] Settings =
    [
        "--CXONE_ORG=org", "--CXONE_CLIENT_ID=id", "--CXONE_CLIENT_SECRET=secret",
        "--CXONE_WEBHOOK_SECRET=whsec_ZW5kLXRvLWVuZC10ZXN0cy1zaWduLXdpdGgtdGhpcw==",
    ];

    [Test]
    public async Task Routes_WithAnOperatorKey_AreThoseWrittenDown() =>
        Assert.That(await RoutesAsync([.. Settings, "--CXONE_OPERATOR_KEY=0123456789abcdef"]), Is.EqualTo(Written()));

    [Test]
    public async Task Routes_WithoutAnOperatorKey_AreOnlyThoseThatNeedNone() =>
        Assert.That(await RoutesAsync(Settings), Is.EqualTo(Written().Where(line => !line.EndsWith("operator key", StringComparison.Ordinal))));

    private static string[] Written() => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Security", "routes.txt"));

    private static async Task<string[]> RoutesAsync(string[] args)
    {
        await using var app = ServiceHost.Build(args);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(Lines).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Lines(RouteEndpoint endpoint)
    {
        var access = endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            ? "operator key"
            : "anyone";
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"];
        return methods.Select(method => $"{endpoint.RoutePattern.RawText?.TrimEnd('/')} {method} {access}");
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace CxoneAssist.AspNetCore;

/// <summary>
/// Lets callers without a user pass a policy that the service meant for its own pages, and none that
/// it states for these endpoints.
/// </summary>
internal static class FallbackPolicy
{
    /// <summary>Exempts endpoints from the fallback policy, and from nothing else.</summary>
    public static TBuilder PassFallbackPolicy<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        // AllowAnonymous wins over every RequireAuthorization, so it is decided last, when all of the
        // service's own conventions have been applied.
        endpoints.Finally(static endpoint =>
        {
            if (!endpoint.Metadata.Any(IsDemand))
            {
                endpoint.Metadata.Add(new AllowAnonymousAttribute());
            }
        });
        return endpoints;
    }

    private static bool IsDemand(object metadata) =>
        metadata is IAuthorizeData or AuthorizationPolicy or IAuthorizationRequirementData;
}

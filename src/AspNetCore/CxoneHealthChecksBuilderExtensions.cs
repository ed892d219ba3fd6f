using CxoneAssist.AspNetCore.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

#pragma warning disable IDE0130 // Callers need no further using directive.
namespace Microsoft.Extensions.DependencyInjection;
#pragma warning restore IDE0130

/// <summary>
/// Adds the readiness of CxoneAssist to the health checks of an ASP.NET Core service.
/// </summary>
public static class CxoneHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that fails only while webhooks cannot be stored. It is degraded where something
    /// needs a person, with a sentence for each. For a service with health endpoints of its own;
    /// <c>MapCxoneHealth</c> does not need it. Needs <c>AddCxoneWebhooks</c>. A result is reused
    /// for a second. It contains no customer data.
    /// </summary>
    /// <param name="builder">The service's health checks.</param>
    /// <param name="name">The check's name. Default <c>cxone-assist</c>.</param>
    /// <param name="failureStatus">
    /// The status that the check reports while webhooks cannot be stored. Default
    /// <see cref="HealthStatus.Unhealthy"/>.
    /// </param>
    /// <param name="tags">Tags that the service selects checks by. Default none.</param>
    /// <returns>The same builder, for further checks.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddHealthChecks().AddCxoneAssist(tags: ["ready"]);
    /// </code>
    /// </example>
    public static IHealthChecksBuilder AddCxoneAssist(
        this IHealthChecksBuilder builder,
        string name = "cxone-assist",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<CxoneReadiness>(name, failureStatus, tags ?? []);
    }
}

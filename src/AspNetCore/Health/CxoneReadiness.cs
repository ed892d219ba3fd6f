using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>
/// The readiness of CxoneAssist as a health check of ASP.NET Core, for a service that has health endpoints of its own:
/// <c>services.AddHealthChecks().AddCheck&lt;CxoneReadiness&gt;("cxone-assist")</c>. Fails only while webhooks cannot be stored, and is
/// degraded where something needs a person. Needs <c>AddCxoneWebhooks</c>.
/// </summary>
/// <param name="services">The service's own registrations.</param>
public sealed class CxoneReadiness(IServiceProvider services) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var report = await services.GetRequiredService<ReadinessProbe>().ReportAsync().WaitAsync(cancellationToken);
        var status = report.Status switch
        {
            ReadinessStatus.Healthy => HealthStatus.Healthy,
            ReadinessStatus.Degraded => HealthStatus.Degraded,
            _ => context.Registration.FailureStatus,
        };
        return new HealthCheckResult(status, string.Join(' ', report.Attention), data: Data(report));
    }

    private static Dictionary<string, object> Data(ReadinessReport report)
    {
        (string Name, long? Value)[] figures =
            [("oldestWaiting", report.OldestWaiting), ("parked", report.Parked), ("unconfirmed", report.Unconfirmed)];
        return figures.Where(figure => figure.Value is not null).ToDictionary(figure => figure.Name, figure => (object)figure.Value!.Value);
    }
}

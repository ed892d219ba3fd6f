using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>
/// Reports the result of the probe as a health check of ASP.NET Core. <see cref="HealthAnswer"/>
/// reports the same result as an HTTP response of its own; docs/adr/0026 explains why.
/// </summary>
internal sealed class CxoneReadiness(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
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
        return figures.Where(figure => figure.Value is not null)
            .ToDictionary(figure => figure.Name, figure => (object)figure.Value!.Value);
    }
}

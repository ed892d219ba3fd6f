using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>Answers the health endpoints.</summary>
internal static class HealthAnswer
{
    private static readonly byte[] Live = """{"status":"live"}"""u8.ToArray();

    public static Task LiveAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, Live);

    public static async Task ReadyAsync(HttpContext context)
    {
        var probe = context.RequestServices.GetRequiredService<ReadinessProbe>();
        var report = await probe.ReportAsync().WaitAsync(context.RequestAborted);
        var status = report.Status == ReadinessStatus.Unhealthy
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status200OK;
        var body = JsonSerializer.SerializeToUtf8Bytes(report, ReadinessJson.Default.ReadinessReport);
        await WriteAsync(context, status, body);
    }

    private static Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}

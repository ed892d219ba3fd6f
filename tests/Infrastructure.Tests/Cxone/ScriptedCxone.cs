using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Tests.Cxone;

internal enum Route
{
    Token,
    Form,
    Create,
    Find,
    Notify,
    Other,
}

internal sealed record Received(Route Route, string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>A CXone on loopback with scripted answers.</summary>
internal sealed class ScriptedCxone : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly ConcurrentDictionary<Route, Func<HttpContext, Task>> _answers = new();
    private readonly CancellationTokenSource _closing = new();
    private volatile TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedCxone(WebApplication app)
    {
        _app = app;
        On(Route.Token, Answer.Json(200, """{"access_token":"token-1","expires_in":3600,"token_type":"bearer"}"""));
        On(Route.Form, Answer.Json(200, """{"interactionId":"i","responses":[{"fieldName":"overall_satisfaction","value":"2"}]}"""));
        On(Route.Create, Answer.Json(201, """{"id":"task-1"}"""));
        On(Route.Find, Answer.Json(200, """{"tasks":[]}"""));
        On(Route.Notify, Answer.Json(201, """{"id":"n-1"}"""));
        On(Route.Other, Answer.Status(418));
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<ScriptedCxone> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MinResponseDataRate = null);
        var cxone = new ScriptedCxone(builder.Build());
        cxone._app.Run(cxone.AnswerAsync);
        await cxone._app.StartAsync();
        cxone.Address = new Uri(cxone._app.Urls.First());
        return cxone;
    }

    public void On(Route route, Func<HttpContext, Task> answer) => _answers[route] = answer;

    /// <summary>
    /// The answers to the calls of a route in turn; the last one answers all others.
    /// </summary>
    public void On(Route route, params Func<HttpContext, Task>[] answers)
    {
        var next = -1;
        On(route, context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public Received[] Calls(Route route) => [.. _received.Where(call => call.Route == route)];

    /// <summary>Waits until so many calls of a route have arrived.</summary>
    public async Task<Received[]> ArrivedAsync(Route route, int count)
    {
        while (true)
        {
            var arrival = _arrival.Task;
            if (Calls(route) is { } calls && calls.Length >= count)
            {
                return calls;
            }

            await arrival.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_closing.IsCancellationRequested)
        {
            await _closing.CancelAsync();
            await _app.DisposeAsync();
            _closing.Dispose();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var call = new Received(RouteOf(context.Request.Method, target), context.Request.Method, target, headers, await reader.ReadToEndAsync());
        _received.Enqueue(call);
        Interlocked.Exchange(ref _arrival, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        context.Items[typeof(CancellationToken)] = _closing.Token;
        await _answers[call.Route](context);
    }

    private static Route RouteOf(string method, string target) => (method, target.Split('?')[0]) switch
    {
        ("POST", var path) when path.EndsWith("/oauth/token", StringComparison.Ordinal) => Route.Token,
        ("GET", var path) when path.EndsWith("/postinteractionforms", StringComparison.Ordinal) => Route.Form,
        ("POST", var path) when path.EndsWith("/workflows/tasks", StringComparison.Ordinal) => Route.Create,
        ("GET", var path) when path.EndsWith("/workflows/tasks", StringComparison.Ordinal) => Route.Find,
        ("POST", var path) when path.EndsWith("/notifications/agents", StringComparison.Ordinal) => Route.Notify,
        _ => Route.Other,
    };
}

internal static class Answer
{
    public static Func<HttpContext, Task> Json(int status, string body, string contentType = "application/json") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>These bytes, with this content type or none.</summary>
    public static Func<HttpContext, Task> Bytes(int status, byte[] body, string? contentType = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    };

    public static Func<HttpContext, Task> Status(int status, string? header = null, string? value = null) => context =>
    {
        context.Response.StatusCode = status;
        if (header is not null)
        {
            context.Response.Headers[header] = value;
        }

        return Task.CompletedTask;
    };

    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static async Task Never(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, (CancellationToken)context.Items[typeof(CancellationToken)]!);
        var gone = new TaskCompletionSource();
        await using var _ = end.Token.Register(gone.SetResult);
        await gone.Task;
    }

    public static async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"responses":[""");
        await context.Response.Body.FlushAsync();
        await Never(context);
    }
}

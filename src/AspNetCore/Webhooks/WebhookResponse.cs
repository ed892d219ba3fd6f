using CxoneAssist.Application.Ports;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Writes the responses to webhooks.</summary>
internal static class WebhookResponse
{
    private const string RetryAfterSeconds = "5";

    private static readonly byte[] Received = """{"received":true}"""u8.ToArray();
    private static readonly byte[] Duplicate = """{"received":true,"duplicate":true}"""u8.ToArray();
    private static readonly byte[] Reopened = """{"received":true,"reopened":true}"""u8.ToArray();

    public static Task IgnoredAsync(HttpResponse response) =>
        WriteAsync(response, StatusCodes.Status200OK, "application/json", Received);

    public static Task AcceptedAsync(HttpResponse response, ReceiveResult receipt)
    {
        var body = receipt switch
        {
            ReceiveResult.Duplicate => Duplicate,
            ReceiveResult.Reopened => Reopened,
            _ => Received,
        };
        return WriteAsync(response, StatusCodes.Status200OK, "application/json", body);
    }

    public static Task RefusedAsync(HttpResponse response, WebhookProblem problem)
    {
        if (problem.Status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }
        else if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
        else if (problem.Status == StatusCodes.Status408RequestTimeout
            && HttpProtocol.IsHttp11(response.HttpContext.Request.Protocol))
        {
            response.Headers.Connection = "close";
        }

        return WriteAsync(response, problem.Status, "application/problem+json", problem.Document);
    }

    private static Task WriteAsync(HttpResponse response, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }
}

using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>Checks a request before its body is parsed.</summary>
internal static class WebhookRequest
{
    private const string Application = "application/";
    private const string Json = Application + "json";
    private const string JsonSuffix = "+json";

    /// <summary>
    /// Why a request's method or headers are refused; <c>null</c> where they are not.
    /// </summary>
    public static WebhookProblem? Check(HttpRequest request, int maxBodyBytes)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return WebhookProblem.Method;
        }

        if (!IsJson(request.Headers))
        {
            return WebhookProblem.MediaType;
        }

        if (IsEncoded(request.Headers))
        {
            return WebhookProblem.ContentEncoding;
        }

        return request.ContentLength > maxBodyBytes ? WebhookProblem.TooLarge : null;
    }

    /// <summary>
    /// Reads the whole body; the caller returns the buffer. <c>null</c> for a body over the limit.
    /// </summary>
    public static async ValueTask<ReadOnlySequence<byte>?> ReadAsync(HttpRequest request, int maxBodyBytes)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(request.HttpContext.RequestAborted);
            if (result.Buffer.Length > maxBodyBytes)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted)
            {
                return result.Buffer;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static bool IsJson(IHeaderDictionary headers)
    {
        var values = headers.ContentType;
        if (values.Count != 1)
        {
            return false;
        }

        // The usual value needs no parsing.
        if (string.Equals(values[0], Json, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return MediaTypeHeaderValue.TryParse(values[0], out var type)
            && IsJson(type.MediaType.AsSpan())
            && type.Parameters.All(LeavesUtf8);
    }

    // RFC 6839: what is named after another format and "+json", such as cloudevents+json, is JSON too.
    private static bool IsJson(ReadOnlySpan<char> type) =>
        type.Equals(Json, StringComparison.OrdinalIgnoreCase)
        || (type.Length > Application.Length + JsonSuffix.Length
            && type.StartsWith(Application, StringComparison.OrdinalIgnoreCase)
            && type.EndsWith(JsonSuffix, StringComparison.OrdinalIgnoreCase)
            && !type.Contains('*'));

    // Only a charset can change what the bytes mean; "utf8" is not its registered name, but nothing else is meant.
    private static bool LeavesUtf8(NameValueHeaderValue parameter) =>
        !parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
        || HeaderUtilities.RemoveQuotes(parameter.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || HeaderUtilities.RemoveQuotes(parameter.Value).Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static bool IsEncoded(IHeaderDictionary headers)
    {
        foreach (var value in headers.ContentEncoding)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                var coding = value.AsSpan()[range].Trim();
                if (!coding.IsEmpty && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Serving;

/// <summary>The response to a call.</summary>
internal sealed record SimulatorResponse(int Status, byte[] Body)
{
    /// <summary>No response: the connection is cut.</summary>
    public static readonly SimulatorResponse None = new(0, []);

    public string ContentType { get; init; } = "application/json";

    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    public static SimulatorResponse Created(string id) =>
        new(201, ResponseJson.Serialize(id, static (json, id) => json.WriteString("id"u8, id)));

    public static SimulatorResponse Empty(int status) => new(status, "{}"u8.ToArray());

    public static SimulatorResponse Error(int status, string message) =>
        new(status, ResponseJson.Serialize(message, static (json, message) => json.WriteString("message"u8, message)));

    public ValueTask SendAsync(HttpContext http)
    {
        if (Status == 0)
        {
            http.Abort();
            return ValueTask.CompletedTask;
        }

        var response = http.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        SendHints(response.Headers);
        return response.Body.WriteAsync(Body);
    }

    private void SendHints(IHeaderDictionary headers)
    {
        if (!string.IsNullOrEmpty(RetryAfter))
        {
            headers.RetryAfter = RetryAfter;
        }

        if (Location is not null)
        {
            headers.Location = Location;
        }
    }
}

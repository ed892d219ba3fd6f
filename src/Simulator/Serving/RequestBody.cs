using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Serving;

internal static class RequestBody
{
    /// <summary>Reads the whole body; Kestrel limits its length.</summary>
    public static async ValueTask<byte[]> ReadAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        ReadResult read;
        while (!(read = await reader.ReadAsync(request.HttpContext.RequestAborted)).IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }
}

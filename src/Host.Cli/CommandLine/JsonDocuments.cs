using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Writes the document that a command outputs with <c>--json</c>, on one line.</summary>
internal static class JsonDocuments
{
    // Programs and people read it, never a browser: names and notes stay unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(buffer.WrittenSpan));
        await output.FlushAsync();
    }

    public static Task WriteErrorAsync(TextWriter output, string message) =>
        WriteAsync(output, json => JsonSerializer.Serialize(json, new(message), ToolJson.Default.ErrorDocument));
}

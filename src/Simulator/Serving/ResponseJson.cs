using System.Buffers;
using System.Text.Json;

namespace CxoneAssist.Simulator.Serving;

/// <summary>Writes one JSON object, reusing the thread's writer.</summary>
internal static class ResponseJson
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    public static byte[] Serialize<TState>(TState state, Action<Utf8JsonWriter, TState> members)
    {
        var buffer = s_buffer ??= new ArrayBufferWriter<byte>(512);
        var writer = s_writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        members(writer, state);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

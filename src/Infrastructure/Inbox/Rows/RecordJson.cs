using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Application;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>
/// How the form and the failed attempts are kept in their columns. People read them and no work goes by them: what cannot
/// be read is left out.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RecordedForm))]
[JsonSerializable(typeof(IReadOnlyList<FailedAttempt>))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    public static string? Write(RecordedForm? form) => form is null ? null : JsonSerializer.Serialize(form, Default.RecordedForm);

    public static RecordedForm? ReadForm(string json) => Read(() => JsonSerializer.Deserialize(json, Default.RecordedForm));

    public static string? Write(IReadOnlyList<FailedAttempt> attempts) =>
        attempts.Count == 0 ? null : JsonSerializer.Serialize(attempts, Default.IReadOnlyListFailedAttempt);

    public static IReadOnlyList<FailedAttempt> ReadFailedAttempts(string json) =>
        Read(() => JsonSerializer.Deserialize(json, Default.IReadOnlyListFailedAttempt)) ?? [];

    private static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

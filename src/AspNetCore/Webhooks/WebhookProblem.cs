using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// A refusal (RFC 9457) with its sentence in <c>error</c>. All refusals are constants here, so that
/// none can repeat received content.
/// </summary>
internal sealed class WebhookProblem
{
    public static readonly WebhookProblem NotUtf8 = new(400, "The body is not valid UTF-8.");
    public static readonly WebhookProblem NotAnObject =
        new(400, "The body has to be one JSON object, at most 32 levels deep, and nothing after it.");
    public static readonly WebhookProblem InteractionId = new(400,
        "interactionId is missing or not a valid id: 1 to 128 letters, digits "
        + "or . _ ~ : @ + = -, the first a letter or digit.");
    public static readonly WebhookProblem InteractionIdTwice = new(400, "interactionId is given more than once.");
    public static readonly WebhookProblem AgentId = new(400,
        "agentId is missing or not a valid id: 1 to 128 letters, digits "
        + "or . _ ~ : @ + = -, the first a letter or digit.");
    public static readonly WebhookProblem AgentIdTwice = new(400, "agentId is given more than once.");
    public static readonly WebhookProblem Invalid = new(400, "The interaction is not valid.");
    public static readonly WebhookProblem Broken = new(400, "The request could not be read to its end.");
    public static readonly WebhookProblem HeaderMissing =
        new(401, "A header of the signature is missing, empty or given more than once.");
    public static readonly WebhookProblem IdMalformed = new(401, "The signed message id is malformed.");
    public static readonly WebhookProblem TimestampMalformed =
        new(401, "The signed timestamp has to be Unix seconds in digits.");
    public static readonly WebhookProblem TimestampOutOfTolerance =
        new(401, "The signed timestamp is too far from the present time.");
    public static readonly WebhookProblem Mismatch = new(401, "The signature does not fit: check that both sides "
        + "use the same secret and that nothing changes the body on its way.");
    public static readonly WebhookProblem Method = new(405, "Webhooks are sent with POST.");
    public static readonly WebhookProblem TooSlow = new(408, "The body did not arrive in time.");
    public static readonly WebhookProblem TooLarge = new(413, "The body is too large.");
    public static readonly WebhookProblem MediaType =
        new(415, "The content type has to be application/json or application/*+json, in UTF-8.");
    public static readonly WebhookProblem ContentEncoding = new(415, "The body must not be compressed.");
    public static readonly WebhookProblem Unavailable =
        new(503, "The webhook could not be stored now: send it again later.");

    private WebhookProblem(int status, string error)
    {
        (Status, Error) = (status, error);
        var document = new ProblemDocument("about:blank", ReasonPhrases.GetReasonPhrase(status), status, error);
        Document = JsonSerializer.SerializeToUtf8Bytes(document, ProblemJson.Default.ProblemDocument);
    }

    public int Status { get; }

    public string Error { get; }

    public ReadOnlyMemory<byte> Document { get; }

    public static WebhookProblem? For(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Valid => null,
        SignatureVerdict.HeaderMissing => HeaderMissing,
        SignatureVerdict.IdMalformed => IdMalformed,
        SignatureVerdict.TimestampMalformed => TimestampMalformed,
        SignatureVerdict.TimestampOutOfTolerance => TimestampOutOfTolerance,
        _ => Mismatch,
    };

    /// <summary>The refusal for a body that the server itself stopped reading.</summary>
    public static WebhookProblem For(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status408RequestTimeout => TooSlow,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        _ => Broken,
    };
}

internal sealed record ProblemDocument(string Type, string Title, int Status, string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class ProblemJson : JsonSerializerContext;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>
/// Problem documents (RFC 9457) with the member <c>error</c>, one sentence for a person, as in the
/// webhook's refusals.
/// </summary>
internal static class Problems
{
    public static IResult Create(int status, string error) =>
        Results.Problem(statusCode: status, extensions: new Dictionary<string, object?> { ["error"] = error });

    public static void AlwaysExplain(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
        context.ProblemDetails.Extensions.TryAdd("error", context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => "The request is not valid: see docs/operators-api.md for its form.",
            StatusCodes.Status404NotFound => "There is no such address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not support that method.",
            StatusCodes.Status415UnsupportedMediaType => "Send JSON, with Content-Type: application/json.",
            _ => "The request could not be served.",
        });
}

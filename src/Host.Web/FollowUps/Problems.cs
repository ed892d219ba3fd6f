namespace CxoneAssist.Host.Web.FollowUps;

/// <summary>Problem documents (RFC 9457) with the member <c>error</c>, one sentence for a person, as the webhook gives them.</summary>
internal static class Problems
{
    public static IResult Create(int status, string error) =>
        Results.Problem(statusCode: status, extensions: new Dictionary<string, object?> { ["error"] = error });

    public static void AlwaysExplain(ProblemDetailsOptions options) => options.CustomizeProblemDetails = context =>
        context.ProblemDetails.Extensions.TryAdd("error", context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => "The request is not understood: see docs/operations.md for its form.",
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
            StatusCodes.Status415UnsupportedMediaType => "Send JSON, with Content-Type: application/json.",
            _ => "The request could not be served.",
        });
}

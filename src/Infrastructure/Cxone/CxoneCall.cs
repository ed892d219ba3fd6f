namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// One call to CXone. What a contract knows about its calls and the shared parts do not, it says
/// here.
/// </summary>
/// <param name="Kind">The kind of call.</param>
/// <param name="InteractionId">
/// The interaction that the call is made for: what goes wrong for one interaction alone must not
/// stop the others.
/// </param>
/// <param name="Remedies">What an operator is to check where CXone denies the call.</param>
internal sealed record CxoneCall(CallKind Kind, string InteractionId, DenialRemedies Remedies)
{
    /// <summary>The name of the request's property that carries the call to the handlers.</summary>
    public const string Property = "CxoneAssist.Call";

    /// <summary>When the right to send the call ends; <c>null</c> for calls that need no lease.</summary>
    public DateTimeOffset? LeaseEndsAt { get; init; }

    /// <summary>Stops a call that changes something while it waits to be sent; once it is sent, nothing does.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>
    /// The word by which CXone's refusal (400, 422) of the call shows that it refuses the assignee;
    /// <c>null</c> for calls that name no assignee.
    /// </summary>
    public string? AssigneeWord { get; init; }

    /// <summary>The call that a request belongs to.</summary>
    /// <exception cref="InvalidOperationException">The API's method does not pass it on.</exception>
    public static CxoneCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(new HttpRequestOptionsKey<CxoneCall>(Property), out var call)
            ? call
            : throw new InvalidOperationException($"A request without its call: give the API's method [Property(CxoneCall.Property)].");

    /// <summary>What stops the call while it waits to be sent.</summary>
    public CancellationToken StopsWaiting(CancellationToken request) => Kind.OnlyReads() ? request : Stopping;
}

/// <summary>
/// What an operator is to check where CXone denies a call, as the end of a sentence without its
/// full stop.
/// </summary>
/// <param name="Unauthorized">After a 401, although the token is new.</param>
/// <param name="Forbidden">After a 403.</param>
internal sealed record DenialRemedies(string Unauthorized, string Forbidden);

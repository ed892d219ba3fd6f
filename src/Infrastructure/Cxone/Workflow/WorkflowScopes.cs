namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>The scopes that the default contract's calls need, and what to check where CXone denies one.</summary>
internal static class WorkflowScopes
{
    public const string All = CxoneOptions.DefaultScopes;

    private const string Settings = CxoneOptions.Section;

    private static readonly Dictionary<CallKind, DenialRemedies> Remedies =
        Enum.GetValues<CallKind>().ToDictionary(kind => kind, RemediesFor);

    /// <summary>
    /// The scopes of one kind of call, separated by spaces; <c>null</c> where the contract names none.
    /// </summary>
    public static string? For(CallKind kind) => kind switch
    {
        CallKind.ReadForm => "interaction:read postinteractionform:read",
        CallKind.CreateTask => "workflow:task:create",
        CallKind.NotifyAgent => "notification:write",
        _ => null,
    };

    /// <summary>A call that says, where CXone denies it, which scopes it needs.</summary>
    public static CxoneCall Call(CallKind kind, string interactionId) => new(kind, interactionId, Remedies[kind]);

    private static DenialRemedies RemediesFor(CallKind kind)
    {
        var scopes = For(kind) is { } needed ? $" (it needs {needed} in {Settings}:Scopes)" : "";
        return new(
            $"check {Settings}:ClientId, {Settings}:ClientSecret{scopes}",
            $"a missing scope{scopes}, or a resource or custom field outside the client's rights");
    }
}

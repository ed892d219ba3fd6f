namespace CxoneAssist.Infrastructure.Cxone;

internal enum CallKind
{
    ReadForm,
    CreateTask,
    FindTask,
    NotifyAgent,
}

internal static class CallKinds
{
    public const string AllScopes = "interaction:read postinteractionform:read workflow:task:create notification:write";

    public static bool OnlyReads(this CallKind kind) => kind is CallKind.ReadForm or CallKind.FindTask;

    public static string InWords(this CallKind kind) => kind switch
    {
        CallKind.ReadForm => "reading the form",
        CallKind.CreateTask => "creating the task",
        CallKind.FindTask => "looking the task up",
        _ => "notifying the agent",
    };

    public static string? Scopes(this CallKind kind) => kind switch
    {
        CallKind.ReadForm => "interaction:read postinteractionform:read",
        CallKind.CreateTask => "workflow:task:create",
        CallKind.NotifyAgent => "notification:write",
        _ => null,
    };
}

/// <summary>One call to CXone.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="InteractionId">The interaction it is made for: what goes wrong for one interaction alone must not stop the others.</param>
/// <param name="LeaseEndsAt">When the right to make it ends; <c>null</c> for calls that need none.</param>
internal sealed record CxoneCall(CallKind Kind, string InteractionId, DateTimeOffset? LeaseEndsAt = null);

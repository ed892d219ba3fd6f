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
    public static bool OnlyReads(this CallKind kind) => kind is CallKind.ReadForm or CallKind.FindTask;

    public static string InWords(this CallKind kind) => kind switch
    {
        CallKind.ReadForm => "reading the form",
        CallKind.CreateTask => "creating the task",
        CallKind.FindTask => "looking the task up",
        _ => "notifying the agent",
    };
}

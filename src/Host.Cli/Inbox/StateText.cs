using CxoneAssist.Application;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The texts for follow-ups.</summary>
internal static class StateText
{
    public static string Describe(FollowUpDetails item) => item switch
    {
        { Unconfirmed: true } => "unconfirmed",
        { State: FollowUpState.Done, Outcome: { } outcome } => "done: " + Format.Words(outcome),
        _ => Format.Words(item.State),
    };

    public static string Task(FollowUpDetails item) => (item.Decision?.Priority, item.TaskId) switch
    {
        (null, null) => "",
        ({ } priority, null) when item.Decision!.Suppression?.SuppressedBy is not null => $"{priority}, suppressed",
        ({ } priority, null) => $"{priority}, not created",
        (null, { } id) => id,
        ({ } priority, { } id) => $"{priority}, {id}",
    };

    /// <summary>The shadow policy's decision, where it differs.</summary>
    public static string Shadow(FollowUpDetails item) =>
        item.Decision is { Shadow: { } shadow } decision && shadow.DiffersFrom(decision)
            ? shadow switch
            {
                { Kind: DecisionKind.Task, DueDate: { } due } => $"{shadow.Priority}, due {Format.UtcTime(due)}",
                { Kind: DecisionKind.NoTask } => "no task",
                _ => "review",
            }
            : "";
}

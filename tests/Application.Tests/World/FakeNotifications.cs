using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Tests.World;

/// <summary>What CXone makes of a notification.</summary>
internal enum Notice
{
    Answered,
    AnswerLost,
    NeverArrived,
    Throttled,
    Rejected,
    Throws,
}

internal sealed class FakeNotifications(Journal journal) : IAgentNotifications
{
    public Queue<Notice> Next { get; } = [];

    public Notice Usual { get; set; } = Notice.Answered;

    /// <summary>What agents saw.</summary>
    public List<AgentNotification> Shown { get; } = [];

    public Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return journal.StepAsync("notify", () => Notify(notification, Next.TryDequeue(out var next) ? next : Usual));
    }

    private CallFailure? Notify(AgentNotification notification, Notice notice)
    {
        if (notice is Notice.Answered or Notice.AnswerLost)
        {
            Shown.Add(notification);
        }

        return notice switch
        {
            Notice.Answered => null,
            Notice.Throttled => new CallFailure(FailureKind.Unavailable, "CXone is busy."),
            Notice.Rejected => new CallFailure(FailureKind.Rejected, "CXone answered 404."),
            Notice.Throws => throw new InvalidOperationException("A defect of the adapter."),
            _ => new CallFailure(FailureKind.Unknown, "No answer came in time."),
        };
    }
}

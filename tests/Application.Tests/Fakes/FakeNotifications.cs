using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>The outcomes of a notification at CXone.</summary>
internal enum NotifyBehavior
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
    public Queue<NotifyBehavior> Next { get; } = [];

    public NotifyBehavior Usual { get; set; } = NotifyBehavior.Answered;

    /// <summary>The notifications that agents saw.</summary>
    public List<AgentNotification> Shown { get; } = [];

    public Task<CallFailure?> NotifyAsync(AgentNotification notification, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return journal.StepAsync("notify", () => Notify(notification, Next.TryDequeue(out var next) ? next : Usual));
    }

    private CallFailure? Notify(AgentNotification notification, NotifyBehavior notice)
    {
        if (notice is NotifyBehavior.Answered or NotifyBehavior.AnswerLost)
        {
            Shown.Add(notification);
        }

        return notice switch
        {
            NotifyBehavior.Answered => null,
            NotifyBehavior.Throttled => new CallFailure(FailureKind.Unavailable, "CXone is busy."),
            NotifyBehavior.Rejected => new CallFailure(FailureKind.Rejected, "CXone answered 404."),
            NotifyBehavior.Throws => throw new InvalidOperationException("A defect of the adapter."),
            _ => new CallFailure(FailureKind.Unknown, "No answer came in time."),
        };
    }
}

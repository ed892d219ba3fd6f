namespace CxoneAssist.Infrastructure.Inbox.Retention;

/// <summary>
/// The latest time that retention deletes by: what was settled last before this process started, the time that has
/// elapsed since, and some slack. A start with a clock set far ahead deletes nothing early by more than that. After a
/// day it deletes by the clock alone, so that an inbox in which nothing was settled for long is deleted from too.
/// </summary>
internal sealed class PlausibleNow(IInboxRetention inbox, TimeProvider time)
{
    public static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    private (DateTimeOffset LastKnown, long At)? _start;

    public async Task<DateTimeOffset> GetAsync(CancellationToken cancellationToken)
    {
        if (_start is not { } start)
        {
            var (at, began) = (time.GetTimestamp(), time.GetUtcNow());
            var settled = await inbox.LastSettledAsync(cancellationToken) ?? began;
            _start = start = (Earlier(settled, began), at);
        }

        var elapsed = time.GetElapsedTime(start.At);
        return elapsed < Slack ? Earlier(time.GetUtcNow(), start.LastKnown + elapsed + Slack) : time.GetUtcNow();
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}

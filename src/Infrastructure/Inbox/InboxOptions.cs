namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// How the durable inbox works. Section <c>CxoneAssist:Inbox</c>; where it is kept says
/// <c>ConnectionStrings:Inbox</c>.
/// </summary>
public sealed class InboxOptions
{
    /// <summary>
    /// How long a claimed follow-up belongs to the worker that claimed it; it starts anew with
    /// every step. Default 60 seconds; from 1 second to 1 hour. Must be well above the time-out of
    /// a call to CXone.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many operations are committed to disk at once at most. Default 512; from 1 to 10,000.</summary>
    public int MaxBatch { get; set; } = 512;

    /// <summary>
    /// How many operations may wait for their commit; further ones are refused at once, and
    /// webhooks answered with 503. Default 8,192; from 1 to 1,000,000.
    /// </summary>
    public int QueueCapacity { get; set; } = 8192;

    /// <summary>
    /// How many follow-ups may wait in memory for a worker; further ones wait in the database. Half
    /// of it is for those just received, half for those that have fallen due. Default 256; from 2
    /// to 100,000.
    /// </summary>
    public int PrefetchCount { get; set; } = 256;

    /// <summary>
    /// How often the database is asked for follow-ups that have become due. Default 1 second; from
    /// 10 milliseconds to 1 minute.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long what customers said is kept once their follow-up is settled; then only its key, its
    /// outcome and its task's id stay. Follow-ups that wait for a person are kept whole. Default 90
    /// days; from 1 day to 3,660 days.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);
}

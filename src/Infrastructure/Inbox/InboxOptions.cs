using System.ComponentModel.DataAnnotations;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// How the durable inbox works. Section <c>CxoneAssist:Inbox</c>; where it is kept says
/// <c>ConnectionStrings:Inbox</c>.
/// </summary>
public sealed class InboxOptions
{
    internal const string Section = "CxoneAssist:Inbox";

    /// <summary>
    /// How long a claimed follow-up belongs to the worker that claimed it; it starts anew with every step. Default 60 seconds.
    /// It must be well above the time-out of a call to CXone.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many operations are committed to disk at once at most. Default 512.</summary>
    [Range(1, 10_000)]
    public int MaxBatch { get; set; } = 512;

    /// <summary>
    /// How many operations may wait for their commit; further ones are refused at once, and webhooks answered with 503. Default 8,192.
    /// </summary>
    [Range(1, 1_000_000)]
    public int QueueCapacity { get; set; } = 8192;

    /// <summary>
    /// How many follow-ups may wait in memory for a worker; further ones wait in the database. Half of it is for those just received, half
    /// for those that have fallen due. Default 256.
    /// </summary>
    [Range(2, 100_000)]
    public int PrefetchCount { get; set; } = 256;

    /// <summary>
    /// How often the database is asked for follow-ups that have become due. Default 1 second.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long what customers said is kept once their follow-up is settled; then only its key, its outcome and its task's id stay. Follow-ups
    /// that wait for a person are kept whole. Default 90 days.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);
}

using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>
/// Counts as the databases keep them: by state, those done without a task because of shadow mode by
/// themselves, and in addition those that the shadow policy decided on too.
/// </summary>
internal static class StateCounts
{
    private const long Shadowed = 5;
    private const long ShadowAgrees = 6;
    private const long ShadowDiffers = 7;

    public static InboxStatus Status(IEnumerable<(long Bucket, long Number)> counts, long unconfirmed, DateTimeOffset? oldestDueAt)
    {
        var known = counts.ToDictionary(count => count.Bucket, count => count.Number);
        known.Remove(Shadowed, out var shadowed);
        known.Remove(ShadowAgrees, out var agree);
        known.Remove(ShadowDiffers, out var differ);
        if (shadowed > 0)
        {
            known[(long)FollowUpState.Done] = known.GetValueOrDefault((long)FollowUpState.Done) + shadowed;
        }

        return new InboxStatus(known.ToDictionary(count => (FollowUpState)count.Key, count => count.Value), unconfirmed, oldestDueAt)
        {
            Shadowed = shadowed,
            Compared = agree + differ,
            Differing = differ,
        };
    }
}

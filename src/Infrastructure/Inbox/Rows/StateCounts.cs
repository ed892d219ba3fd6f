using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>Counts as the databases keep them: by state, those done without a task because of shadow mode by themselves.</summary>
internal static class StateCounts
{
    private const long Shadowed = 5;

    public static InboxStatus Status(IEnumerable<(long Bucket, long Number)> counts, long unconfirmed, DateTimeOffset? oldestDueAt)
    {
        var known = counts.ToDictionary(count => count.Bucket, count => count.Number);
        known.Remove(Shadowed, out var shadowed);
        if (shadowed > 0)
        {
            known[(long)FollowUpState.Done] = known.GetValueOrDefault((long)FollowUpState.Done) + shadowed;
        }

        return new InboxStatus(known.ToDictionary(count => (FollowUpState)count.Key, count => count.Value), unconfirmed, oldestDueAt)
        {
            Shadowed = shadowed,
        };
    }
}

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads durations.</summary>
internal sealed class Durations(bool hasCalendar)
{
    private const string Elapsed = "30m, 4h, 1d, 2w";

    public FollowUpDuration? Read(Cursor? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (!cursor.IsText || !FollowUpDuration.TryParse(cursor.Node.Text, out var duration))
        {
            cursor.Expected($"a duration, a whole number with its unit: {Elapsed}, 4bh or 3bd");
            return null;
        }

        if (duration.IsBusiness && !hasCalendar)
        {
            cursor.Problem($"'{duration}' is business time, and this policy has no calendar. Add 'calendar', or write elapsed time: {Elapsed}.");
            return null;
        }

        return duration;
    }

    /// <summary>A duration of elapsed time.</summary>
    public static FollowUpDuration? ReadElapsed(Cursor? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (cursor.IsText && FollowUpDuration.TryParse(cursor.Node.Text, out var duration) && !duration.IsBusiness)
        {
            return duration;
        }

        cursor.Expected($"elapsed time, a whole number with its unit: {Elapsed}");
        return null;
    }
}

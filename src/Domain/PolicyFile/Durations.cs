using CxoneAssist.Domain.Calendar;
using CxoneAssist.Domain.PolicyFile.Json;
using CxoneAssist.Domain.PolicyFile.Repairs;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>
/// Reads durations, up to a year: what is due later is forgotten, and counting on and on is what a
/// mad file would ask for. Business time has to fit into the two years that a task may be due in.
/// </summary>
internal sealed class Durations(bool hasCalendar, BusinessCalendar? calendar)
{
    private const string Elapsed = "30m, 4h, 1d, 2w";
    private const int MostDays = 366;

    public FollowUpDuration? Read(JsonCursor? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (!cursor.IsText || !FollowUpDuration.TryParse(cursor.Node.Text, out var duration))
        {
            Misread(cursor, $"a duration, a whole number with its unit: {Elapsed}, 4bh or 3bd");
            return null;
        }

        if (duration.IsBusiness && !hasCalendar)
        {
            cursor.Problem($"'{duration}' is business time, and this policy has no calendar. Add 'calendar', or write elapsed time: {Elapsed}.");
            return null;
        }

        return Bounded(cursor, duration) is { } bounded ? InTime(cursor, bounded) : null;
    }

    /// <summary>A duration of elapsed time.</summary>
    public static FollowUpDuration? ReadElapsed(JsonCursor? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        if (cursor.IsText && FollowUpDuration.TryParse(cursor.Node.Text, out var duration) && !duration.IsBusiness)
        {
            return Bounded(cursor, duration);
        }

        Misread(cursor, $"elapsed time, a whole number with its unit: {Elapsed}", isElapsed: true);
        return null;
    }

    private FollowUpDuration? InTime(JsonCursor cursor, FollowUpDuration duration)
    {
        if (!duration.IsBusiness || calendar is null
            || new OpenTimeBound(calendar) is var bound && bound.MayHold(duration))
        {
            return duration;
        }

        var most = bound.Weekly(duration.Unit);
        cursor.Problem(
            $"'{duration}' never ends within two years, which is the latest that a task may be due: the calendar opens {bound}. Write "
            + (most.Amount > 0 ? $"at most {most} or elapsed time" : $"elapsed time, {Elapsed}")
            + ", or add opening hours.");
        return null;
    }

    private static void Misread(JsonCursor cursor, string expected, bool isElapsed = false)
    {
        var node = cursor.Node;
        if (FollowUpDuration.TryParse(node.Text + "h", out _))
        {
            cursor.Problem($"Expected {expected}, but {node.Description} has no unit. Write \"{node.Text}h\" or \"{node.Text}d\", as it is meant.");
            return;
        }

        // Digits that no duration holds, and then a unit.
        if (cursor.IsText && node.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') is > 9 and var digits
            && FollowUpDuration.TryParse("1" + node.Text[digits..], out _))
        {
            cursor.Problem($"'{ScoreText.Quote(node.Text)}' is longer than a year. Shorten it.");
            return;
        }

        cursor.ExpectedOr(expected, DurationRepair.Remedy(node.Text, cursor.Member, isElapsed));
    }

    private static FollowUpDuration? Bounded(JsonCursor cursor, FollowUpDuration duration)
    {
        var most = duration.Unit switch
        {
            DurationUnit.Minutes => MostDays * 24 * 60,
            DurationUnit.Hours or DurationUnit.BusinessHours => MostDays * 24,
            DurationUnit.Weeks => MostDays / 7,
            _ => MostDays,
        };
        if (duration.Amount <= most)
        {
            return duration;
        }

        cursor.Problem(
            $"'{duration}' is longer than a year. Expected at most {duration with { Amount = most }}: shorten it.");
        return null;
    }
}

using System.Globalization;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>A parameter of a question for follow-ups.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it asks for, for help texts.</param>
/// <param name="Expected">What its value may be, for messages.</param>
/// <param name="Read">The question with it; <c>null</c> where the value is not valid. Not called for a blank one.</param>
internal sealed record FollowUpQueryParameter(
    string Name, string Meaning, string Expected, Func<FollowUpQuery, string, DateTimeOffset, FollowUpQuery?> Read)
{
    private const string Times = "a time such as 2026-11-30T09:00Z, a date (from midnight UTC), or so long ago, such as 30m, 24h or 7d";

    public static readonly IReadOnlyList<FollowUpQueryParameter> All =
    [
        new("state", "Only those in this state", "received, creating, created, done, parked, unconfirmed, shadowed or differing", ReadState),
        new("customer", "Only those of this customer", "a customer's id, as the webhook named it",
            (query, id, _) => With(query, query.Filter with { Customer = id })),
        new("agent", "Only those of this agent", "an agent's id",
            (query, id, _) => Identifier.IsValid(id) ? With(query, query.Filter with { Agent = id }) : null),
        new("task", "Only the one with this task", "a task's id in CXone",
            (query, id, _) => With(query, query.Filter with { Task = id })),
        new("priority", "Only those that owe a task of this priority", "low, normal, medium, high or critical",
            (query, name, _) => TryName<TaskPriority>(name, out var priority) ? With(query, query.Filter with { Priority = priority }) : null),
        new("notification", "Only those whose notification ended so", "sent, failed or unknown",
            (query, name, _) => name is "sent" or "failed" or "unknown" && TryName<NotificationStatus>(name, out var status)
                ? With(query, query.Filter with { Notification = status })
                : null),
        new("since", "Only those received at this time or later", Times,
            (query, text, now) => Time(text, now) is { } at ? With(query, query.Filter with { Since = at }) : null),
        new("until", "Only those received before this time", Times,
            (query, text, now) => Time(text, now) is { } at ? With(query, query.Filter with { Until = at }) : null),
        new("order", "Which come first", "oldest or newest",
            (query, text, _) => text is "oldest" or "newest" ? With(query, query.Filter with { NewestFirst = text == "newest" }) : null),
        new("after", "Continue where a page ended; its end names it", "what a page named as next",
            (query, text, _) => PagePosition.TryParse(text, out var position) ? query with { After = position } : null),
        new("take", "How many at most", FormattableString.Invariant($"a whole number from 1 to {FollowUpQuery.GreatestTake}"),
            (query, text, _) => Number(text) is >= 1 and <= FollowUpQuery.GreatestTake and { } take ? query with { Take = (int)take } : null),
    ];

    private static FollowUpQuery With(FollowUpQuery query, FollowUpFilter filter) => query with { Filter = filter };

    private static FollowUpQuery? ReadState(FollowUpQuery query, string state, DateTimeOffset now) => state switch
    {
        "shadowed" => With(query, query.Filter with { Shadowed = true }),
        "differing" => With(query, query.Filter with { Differing = true }),
        "unconfirmed" => With(query, query.Filter with { Unconfirmed = true }),
        _ => TryName<FollowUpState>(state, out var known) ? With(query, query.Filter with { State = known }) : null,
    };

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Enum.TryParse takes numbers and lists of names too.
    private static bool TryName<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out value);
    }

    private static DateTimeOffset? Time(string text, DateTimeOffset now)
    {
        if (FollowUpDuration.TryParse(text, out var ago) && !ago.IsBusiness)
        {
            var length = ago.After(DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch;
            return length < now - DateTimeOffset.MinValue ? now - length : DateTimeOffset.MinValue;
        }

        // Only a day's beginning is the same in everybody's mind without a zone: it is said to be that of UTC.
        return Iso8601.TryRead(text, Iso8601Forms.SpaceForT | Iso8601Forms.DateAlone, out var written)
            && (written.Offset is not null || written.Local.TimeOfDay == TimeSpan.Zero)
            ? written.WithOffset(written.Offset ?? TimeSpan.Zero)
            : null;
    }
}

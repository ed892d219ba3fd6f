using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Checks the host's own counts: one follow-up per interaction, and only those parked that need a
/// person.
/// </summary>
internal static class InboxCheck
{
    public static IEnumerable<Disagreement> Compare(
        IReadOnlyList<ExpectedFollowUp> expected,
        Deliveries deliveries,
        InboxCounts counts,
        IReadOnlyList<StatedFollowUp>? parked)
    {
        var reviews = expected.Where(one => one.IsForAPerson)
            .Select(one => one.Survey.InteractionId)
            .ToHashSet(StringComparer.Ordinal);
        return Numbers(expected.Count, deliveries, counts, reviews.Count)
            .Concat(parked is null ? [] : Parked(reviews, parked));
    }

    private static IEnumerable<Disagreement> Numbers(
        int interactions, Deliveries deliveries, InboxCounts counts, int reviews)
    {
        (string About, long Expected, long Found)[] numbers =
        [
            ("webhooks acknowledged", deliveries.Total, deliveries.Acknowledged),
            ("follow-ups done", interactions - reviews, counts.Done),
            ("follow-ups parked", reviews, counts.Parked),
            ("follow-ups still worked on", 0, counts.Open),

            // A webhook whose first answer was lost is a duplicate at the next try, so there may be
            // more duplicates than repeats, never fewer.
            ("webhooks acknowledged as duplicates", deliveries.Repeats,
                Math.Min(deliveries.Repeats, deliveries.Duplicates)),
        ];
        return from number in numbers
               where number.Expected != number.Found
               select new Disagreement(
                   number.About, FormattableString.Invariant($"should be {number.Expected} but are {number.Found}"));
    }

    private static IEnumerable<Disagreement> Parked(HashSet<string> reviews, IReadOnlyList<StatedFollowUp> parked) =>
        parked.Where(one => !reviews.Contains(one.InteractionId))
            .Select(
                one => new Disagreement(one.InteractionId, $"is parked although no review is needed: {one.Reason}"));
}

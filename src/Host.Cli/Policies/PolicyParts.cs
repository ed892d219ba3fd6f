using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>A policy in the words of operations people, for the terminal and for reports.</summary>
internal sealed class PolicyParts(FollowUpPolicy policy)
{
    private const string NotSet = "as the host's settings say";

    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public string Title => $"Policy {policy.Name}, version {policy.ShortHash}";

    public IEnumerable<PolicyPart> All =>
    [
        Tiers(null, policy.Tiers) with { Facts = Score() },
        .. policy.Overrides.Select(one => Tiers(
            $"Override {one.Name}: where {string.Join(" and ", one.When.Select(ConditionText.Describe))}", one.Tiers)),
        .. policy.Calendar is { } calendar ? [Hours(calendar)] : Array.Empty<PolicyPart>(),
        new PolicyPart(null) { Facts = Rest() },
    ];

    private List<(string, string?)> Score()
    {
        var question = policy.Question;
        var labels = question.Labels.OrderBy(label => label.Value).Select(label => $"{label.Key} is {Format.Decimal(label.Value)}");
        return
        [
            ("Score", string.Join(", ", question.Fields)),
            ("Several fields", question.Fields.Count == 1 ? null : Combination(question.Combine)),
            ("Scale", $"{Format.Decimal(question.Min)} to {Format.Decimal(question.Max)}, {(question.Direction == ScaleDirection.LowIsWorse ? "low" : "high")} is worse"),
            ("Words", string.Join(", ", labels)),
            ("No answer", question.Unanswered.Count == 0 ? "an empty one" : "an empty one, " + string.Join(", ", question.Unanswered)),
        ];
    }

    private static string Combination(ScoreCombination combine) =>
        combine == ScoreCombination.First ? "the first answered counts" : "the worst counts";

    private PolicyPart Tiers(string? heading, TierList tiers) => new(heading)
    {
        Headings = ["Score", "Tier", "Priority", "Due after"],
        Rows =
        [
            .. tiers.All.Select(tier => (string[])[Scores(tier), tier.Name, tier.Priority.ToString(), DurationText.Describe(tier.Due)]),
            .. tiers.Otherwise is null ? [[tiers.Tiers.Count == 0 ? "any" : "all others", "", "no task", ""]] : Array.Empty<string[]>(),
        ],
    };

    private string Scores(Tier tier) => tier.Bound is { } bound
        ? $"{(policy.Question.Direction == ScaleDirection.LowIsWorse ? "below" : "above")} {Format.Decimal(bound)}"
        : "all others";

    private static PolicyPart Hours(BusinessCalendar calendar) => new($"Opening hours, on the clock of {calendar.Zone.Id}")
    {
        Headings = ["Day", "Open"],
        Rows =
        [
            .. Week.Select(day => (string[])[day.ToString(), Hours(calendar.Week.GetValueOrDefault(day))]),
            .. calendar.Special.Keys.Union(calendar.Holidays).Order().Select(date => (string[])
                [Date(date), calendar.Holidays.Contains(date) ? "closed (holiday)" : Hours(calendar.HoursOn(date))]),
        ],
    };

    private List<(string, string?)> Rest() =>
    [
        ("Notice", $"due no earlier than {DurationText.Describe(policy.MinimumLeadTime)} after the decision"),
        ("Suppression", policy.Suppression is { } rule
            ? $"no second task for the same customer within {DurationText.Describe(rule.Within)}, unless the score is worse"
            : "none: each unhappy answer makes a task"),
        ("Assigned to", policy.FallbackAssignee is { } fallback ? $"the agent; {fallback} where CXone refuses the agent" : "the agent"),
        ("Subject", policy.Texts.Subject?.Template ?? NotSet),
        ("Description", policy.Texts.Description?.Template ?? NotSet),
        ("Possible duplicate", policy.Texts.PossibleDuplicate?.Template),
        ("Notification", policy.Texts.Notification?.Template ?? NotSet),
    ];

    private static string Hours(IReadOnlyList<OpeningHours>? hours) =>
        hours is { Count: > 0 } ? string.Join(", ", hours.Select(Hours)) : "closed";

    private static string Hours(OpeningHours hours) =>
        hours.IsOvernight ? $"{hours.ToString().Replace("-", " to ", StringComparison.Ordinal)} on the next day" : hours.ToString();

    private static string Date(DateOnly date) => date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);
}

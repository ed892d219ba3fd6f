using System.Globalization;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>A policy as tables.</summary>
internal sealed class PolicyPage(FollowUpPolicy policy)
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public void Show(Terminal terminal)
    {
        terminal.WriteHeading($"Policy {policy.Name}, version {policy.ShortHash}");
        ShowScore(terminal);
        ShowTiers(terminal, policy.Tiers);
        foreach (var one in policy.Overrides)
        {
            terminal.WriteHeading($"Override {one.Name}: where {string.Join(" and ", one.When.Select(ConditionText.Describe))}");
            ShowTiers(terminal, one.Tiers);
        }

        ShowCalendar(terminal);
        ShowRest(terminal);
    }

    private void ShowScore(Terminal terminal)
    {
        var question = policy.Question;
        var facts = new KeyValueList();
        facts.Add("Score", string.Join(", ", question.Fields));
        facts.Add("Several fields", question.Fields.Count == 1 ? null : Combination(question.Combine));
        facts.Add("Scale", $"{Format.Decimal(question.Min)} to {Format.Decimal(question.Max)}, {(question.Direction == ScaleDirection.LowIsWorse ? "low" : "high")} is worse");
        var labels = question.Labels.OrderBy(label => label.Value).Select(label => $"{label.Key} is {Format.Decimal(label.Value)}");
        facts.Add("Words", string.Join(", ", labels));
        facts.Add("No answer", question.Unanswered.Count == 0 ? "an empty one" : "an empty one, " + string.Join(", ", question.Unanswered));
        facts.Show(terminal);
    }

    private static string Combination(ScoreCombination combine) =>
        combine == ScoreCombination.First ? "the first answered counts" : "the worst counts";

    private void ShowTiers(Terminal terminal, TierList tiers)
    {
        var sheet = new TextTable().Text("Score").Text("Tier").Text("Priority").Text("Due after");
        foreach (var tier in tiers.All)
        {
            sheet.Row(Scores(tier), tier.Name, tier.Priority.ToString(), DurationText.Describe(tier.Due));
        }

        if (tiers.Otherwise is null)
        {
            sheet.Row(tiers.Tiers.Count == 0 ? "any" : "all others", "", "no task", "");
        }

        sheet.Show(terminal);
    }

    private string Scores(Tier tier) => tier.Bound is { } bound
        ? $"{(policy.Question.Direction == ScaleDirection.LowIsWorse ? "below" : "above")} {Format.Decimal(bound)}"
        : "all others";

    private void ShowCalendar(Terminal terminal)
    {
        if (policy.Calendar is not { } calendar)
        {
            return;
        }

        terminal.WriteHeading($"Opening hours, on the clock of {calendar.Zone.Id}");
        var sheet = new TextTable().Text("Day").Text("Open");
        foreach (var day in Week)
        {
            sheet.Row(day.ToString(), Hours(calendar.Week.GetValueOrDefault(day)));
        }

        foreach (var date in calendar.Special.Keys.Union(calendar.Holidays).Order())
        {
            sheet.Row(Date(date), calendar.Holidays.Contains(date) ? "closed (holiday)" : Hours(calendar.HoursOn(date)));
        }

        sheet.Show(terminal);
    }

    private void ShowRest(Terminal terminal)
    {
        var facts = new KeyValueList();
        facts.Add("Notice", $"due no earlier than {DurationText.Describe(policy.MinimumLeadTime)} after the decision");
        facts.Add("Suppression", policy.Suppression is { } rule
            ? $"no second task for the same customer within {DurationText.Describe(rule.Within)}, unless the score is worse"
            : "none: each unhappy answer makes a task");
        facts.Add("Assigned to", policy.FallbackAssignee is { } fallback ? $"the agent; {fallback} where CXone refuses the agent" : "the agent");
        facts.Add("Subject", policy.Texts.Subject?.Template ?? "as the host's settings say");
        facts.Add("Description", policy.Texts.Description?.Template ?? "as the host's settings say");
        facts.Add("Possible duplicate", policy.Texts.PossibleDuplicate?.Template);
        facts.Add("Notification", policy.Texts.Notification?.Template ?? "as the host's settings say");
        facts.Show(terminal);
    }

    private static string Hours(IReadOnlyList<OpeningHours>? hours) =>
        hours is { Count: > 0 } ? string.Join(", ", hours) : "closed";

    private static string Date(DateOnly date) => date.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);
}

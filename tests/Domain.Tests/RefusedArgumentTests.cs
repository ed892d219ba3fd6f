namespace CxoneAssist.Domain.Tests;

/// <summary>A policy that is built in code is checked as strictly as one in a file.</summary>
internal sealed class RefusedArgumentTests
{
    private static readonly FollowUpDuration Day = new(1, DurationUnit.Days);
    private static readonly TierList Tiers = new([new Tier("low", 3, TaskPriority.High, Day)]);
    private static readonly FactCondition Condition = new(InteractionFact.Skill, ["vip"]);

    private static IEnumerable<TestCaseData> Refused()
    {
        var one = new Dictionary<string, decimal> { ["one"] = 1 };
        yield return Of(() => new FactCondition(InteractionFact.Skill, []), "At least one value is needed, and none may be blank");
        yield return Of(() => new FactCondition(InteractionFact.Skill, ["a", " "]), "none may be blank");
        yield return Of(() => new FactCondition(InteractionFact.Skill, [" ", "a"]), "none may be blank");
        yield return Of(() => new AnswerInRange("x", null, null), "A bound is needed");
        yield return Of(() => new AnswerInRange("x", 3, 3), "the one below above the one above");
        yield return Of(() => new PolicyOverride("o", [], Tiers), "Override 'o' needs a condition");
        yield return Of(() => new PolicyOverride("o", [Condition, Condition], Tiers), "Override 'o' has two conditions on the same");
        yield return Of(() => PostInteractionForm.LastOf([]), "There is no form");
        yield return Of(() => new ScoreQuestion([], 1, 5), "at least one field, each named once");
        yield return Of(() => new ScoreQuestion(["a", "A"], 1, 5), "at least one field, each named once");
        yield return Of(() => new ScoreQuestion("a", 5, 5), "The highest score must be above the lowest");
        yield return Of(() => Labelled(("3", 3)), "A label is a word, not a number, and stands for a score of the scale: '3'");
        yield return Of(() => Labelled(("six", 6)), "stands for a score of the scale: 'six'");
        yield return Of(() => Labelled(("one", 1), (" One ", 1)), "The label ' One ' is given twice");
        yield return Of(
            () => new FollowUpPolicy("p", new ScoreQuestion("a", 1, 5) { Labels = one, Unanswered = ["-", "ONE"] }, new(Tiers.Tiers), Day),
            "An answer means none or is a label, not both: 'ONE'");
        yield return Of(() => Policy(ScaleDirection.LowIsWorse, 3, 2), "must be above the one before it");
        yield return Of(() => Policy(ScaleDirection.HighIsWorse, 3, 4), "must be below the one before it");
        yield return Of(() => new SuppressionRule(default), "elapsed time, more than none and 366 days at most");
        yield return Of(
            () => new FollowUpPolicy("p", new ScoreQuestion("a", 1, 5), Tiers, Day, fallbackAssignee: ""),
            "The fallback must be the id of an agent or a queue");
    }

    private static IEnumerable<TestCaseData> Missing()
    {
        yield return Of(() => new FactCondition(InteractionFact.Skill, null!), "values");
        yield return Of(() => new PolicyOverride("o", null!, Tiers), "when");
        yield return Of(() => PostInteractionForm.LastOf(null!), "forms");
        yield return Of(() => TextTemplate.Parse(null!, taskIsKnown: false, out _), "template");
        yield return Of(() => TextTemplate.Parse("", taskIsKnown: false, out _)!.Fill(null!), "values");
        yield return Of(() => FollowUpPolicyFile.Write(null!), "policy");
        yield return Of(() => new FollowUpPolicy("p", new ScoreQuestion("a", 1, 5), null!, Day), "tiers");
        yield return Of(() => new ScoreQuestion("a", 1, 5).Read(null!), "form");
        yield return Of(() => new ScoreQuestion("a", 1, 5) { Labels = null! }, "labels");
        yield return Of(() => new ScoreQuestion("a", 1, 5) { Unanswered = null! }, "answers");
        yield return Of(() => new SuppressionRule(Day).Judge(null!, [], default), "task");
        yield return Of(() => new SuppressionRule(Day).Judge(1, ScaleDirection.LowIsWorse, null!, default), "earlier");
        yield return Of(() => Closed(null!, new Dictionary<DateOnly, IReadOnlyList<OpeningHours>>()), "holidays");
        yield return Of(() => Closed([], null!), "special");
        yield return Of(() => BusinessCalendar.TryFindZone(null!, out _), "name");
    }

    [TestCaseSource(nameof(Refused))]
    public void Constructor_WhatCannotBe_IsRefusedInWords(Func<object?> make, string message) =>
        Assert.That(() => make(), Throws.ArgumentException.With.Message.Contains(message));

    [TestCaseSource(nameof(Missing))]
    public void Argument_Missing_IsNamed(Func<object?> make, string parameter) => Assert.That(
        () => make(), Throws.ArgumentNullException.With.Property(nameof(ArgumentException.ParamName)).EqualTo(parameter));

    private static TestCaseData Of(Func<object?> make, string says) => new TestCaseData(make, says).SetArgDisplayNames(says);

    private static FollowUpPolicy Policy(ScaleDirection worse, params decimal[] bounds) => new(
        "p", new ScoreQuestion("a", 1, 5) { Direction = worse }, new([.. bounds.Select(bound => new Tier($"t{bound}", bound, TaskPriority.High, Day))]), Day);

    private static BusinessCalendar Closed(
        IReadOnlyCollection<DateOnly> holidays, IReadOnlyDictionary<DateOnly, IReadOnlyList<OpeningHours>> special) =>
        new(TimeZoneInfo.Utc, new Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>>(), holidays, special);

    private static ScoreQuestion Labelled(params (string Word, decimal Score)[] labels) =>
        new("a", 1, 5) { Labels = labels.ToDictionary(label => label.Word, label => label.Score) };
}

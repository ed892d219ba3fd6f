using CxoneAssist.Domain;

namespace OwnTicketSystem;

/// <summary>
/// A follow-up policy written in code. Its name and hash are recorded with every decision, so a
/// change of the code shows in the records as another version.
/// </summary>
internal static class CallbackPolicy
{
    public static FollowUpPolicy Create()
    {
        var hours = (int amount) => new FollowUpDuration(amount, DurationUnit.Hours);
        var always = new TierList(
        [
            new Tier("lost", Bound: 2, TaskPriority.Critical, Due: hours(4)),
            new Tier("unhappy", Bound: 3.5m, TaskPriority.Normal, Due: hours(48)),
        ]);
        var vip = new PolicyOverride(
            "vip",
            [new FactCondition(InteractionFact.Skill, ["vip"])],
            new TierList([new Tier("unhappy vip", Bound: 4, TaskPriority.Critical, Due: hours(2))]));

        return new FollowUpPolicy(
            "callback",
            new ScoreQuestion("overall_satisfaction", min: 1, max: 5),
            always,
            minimumLeadTime: hours(1),
            overrides: [vip]);
    }
}

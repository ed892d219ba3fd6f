using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>Reads the document as a whole.</summary>
internal static class PolicyReader
{
    private static MemberSpec[] Members =>
    [
        new("$schema", "\"follow-up-policy.schema.json\""),
        new("name", "\"retail-2026-11\"", true),
        new("score", "{ \"field\": \"overall_satisfaction\", \"min\": 1, \"max\": 5 }", true),
        new("tiers", "[ { \"name\": \"detractor\", \"below\": 3, \"priority\": \"High\", \"due\": \"1d\" } ]", true),
        new("otherwise", "{ \"name\": \"everybody\", \"priority\": \"Low\", \"due\": \"1w\" }"),
        new("notice", "\"1h\""),
        new("calendar", "{ \"zone\": \"Europe/Berlin\", \"hours\": { \"mon-fri\": [\"09:00-17:00\"] } }"),
        new("overrides", "[]"),
        new("suppress", "{ \"per\": \"customerId\", \"within\": \"14d\", \"unless\": \"worse\" }"),
        new("assignTo", "{ \"default\": \"agent\", \"fallback\": \"supervisor-queue-7\" }"),
        new("texts", "{ \"subject\": \"Follow up with {customerId}\" }"),
    ];

    public static FollowUpPolicy? Read(JsonNodeAt root, ProblemList problems)
    {
        var cursor = new JsonCursor(root, JsonPath.Root, "{ \"name\": …, \"score\": …, \"tiers\": … }", problems);
        if (cursor.Object("an object", Members) is not { } policy)
        {
            return null;
        }

        var worse = ScoreSection.Worse(root);
        var before = problems.Count;
        var calendar = CalendarSection.Read(policy["calendar"]);
        // What a calendar with mistakes holds says nothing of the one that was meant.
        var durations = new Durations(
            hasCalendar: policy["calendar"] is not null, problems.Count == before ? calendar : null);
        policy["$schema"]?.Text("the schema's address");
        var name = policy["name"]?.Name("the policy's name");
        var question = policy["score"] is { } score ? ScoreSection.Read(score) : null;
        var tiers = TierSection.Read(policy["tiers"], policy["otherwise"], worse, durations);
        if (policy["tiers"] is { IsList: true } list && list.Node.Items.Count == 0 && policy["otherwise"] is null)
        {
            list.Problem(
                "Expected at least one tier, or 'otherwise': this policy would never ask for anything. Add one.");
        }

        var notice = policy["notice"] is { } least ? durations.Read(least) : FollowUpPolicy.Default.MinimumLeadTime;
        var overrides = OverrideSection.Read(policy["overrides"], worse, durations);
        var suppression = TaskSections.ReadSuppression(policy["suppress"]);
        var fallback = TaskSections.ReadFallback(policy["assignTo"]);
        var texts = TaskSections.ReadTexts(policy["texts"]);
        return problems.Count == 0
            ? new FollowUpPolicy(
            name!, question!, tiers!, notice!.Value, calendar, overrides!, suppression, fallback, texts)
            : null;
    }
}

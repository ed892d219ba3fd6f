using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>
/// Reads what concerns the task itself: <c>suppress</c>, <c>assignTo</c>, <c>texts</c>.
/// </summary>
internal static class TaskSections
{
    // What CXone takes.
    private const int LongestSubject = 500;

    private const string OnlyCustomers =
        "Write \"per\": \"customerId\" if repeated tasks for a customer are to be suppressed, or take 'suppress' out.";

    private const string AlwaysWorse =
        "A worse score always gets a task, with \"unless\": \"worse\" and without 'unless': take it out if you accept that.";

    private const string AgentFirst = "Each task goes to the agent first: write \"default\": \"agent\", "
        + "and in 'fallback' who gets it where CXone refuses the agent.";

    private static MemberSpec[] Suppress =>
        [new("per", "\"customerId\"", true), new("within", "\"14d\"", true), new("unless", "\"worse\"")];

    private static MemberSpec[] AssignTo => [new("default", "\"agent\""), new("fallback", "\"supervisor-queue-7\"")];

    private static MemberSpec[] Texts =>
    [
        new("subject", "\"Follow up with {customerId}\""),
        new("description", "\"{field} was {score}.\""),
        new("possibleDuplicate", "\"Possible duplicate: \""),
        new("notification", "\"New task {taskId}.\""),
    ];

    public static SuppressionRule? ReadSuppression(JsonCursor? cursor)
    {
        if (cursor?.Object("a rule", Suppress) is not { } rule)
        {
            return null;
        }

        rule["per"]?.Only("customerId", OnlyCustomers);
        rule["unless"]?.Only("worse", AlwaysWorse);
        if (Durations.ReadElapsed(rule["within"]) is not { } within)
        {
            return null;
        }

        if (within.Amount == 0)
        {
            rule["within"]!.Problem(
                "Expected more than no time at all. Write the time that is meant, or take 'suppress' out.");
            return null;
        }

        return new SuppressionRule(within);
    }

    public static string? ReadFallback(JsonCursor? cursor)
    {
        if (cursor?.Object("an object", AssignTo) is not { } assignee)
        {
            return null;
        }

        assignee["default"]?.Only("agent", AgentFirst);
        if (assignee["fallback"] is not { } fallback
            || fallback.Name("the id of an agent or a queue", Identifier.MaxLength) is not { } id)
        {
            return null;
        }

        if (!Identifier.IsValid(id))
        {
            fallback.Problem("Expected the id of an agent or a queue: a letter or digit first, then letters, digits or one of . _ ~ : @ + = -. "
                + "Write it as CXone shows it.");
            return null;
        }

        return id;
    }

    public static PolicyTexts? ReadTexts(JsonCursor? cursor)
    {
        if (cursor?.Object("an object of texts", Texts) is not { } texts)
        {
            return null;
        }

        return new PolicyTexts
        {
            Subject = Template(texts["subject"], taskIsKnown: false, LongestSubject, isOneLine: true),
            Description = Template(texts["description"], taskIsKnown: false),
            PossibleDuplicate = Template(texts["possibleDuplicate"], taskIsKnown: false),
            Notification = Template(texts["notification"], taskIsKnown: true),
        };
    }

    private static TextTemplate? Template(
        JsonCursor? cursor, bool taskIsKnown, int longest = JsonCursor.LongestText, bool isOneLine = false)
    {
        if (cursor?.Text("a text", longest) is not { } template)
        {
            return null;
        }

        if (isOneLine && !cursor.IsOnOneLine("a text"))
        {
            return null;
        }

        var text = TextTemplate.Parse(template, taskIsKnown, out var unknown);
        if (unknown.Count > 0)
        {
            var known = TextTemplate.KnownPlaceholders(taskIsKnown);
            var strangers = string.Join(", ", unknown.Distinct().Select(name => $"{{{ScoreText.Quote(name)}}}"));
            var hint = NearestName.DidYouMean(unknown[0].Trim(), known.Select(name => name.Trim('{', '}')));
            cursor.Problem($"Unknown {(unknown.Count == 1 ? "placeholder" : "placeholders")} {strangers}; known here are {string.Join(", ", known)}."
                + (hint.Length > 0 ? hint : " Write one of those, or no braces."));
        }

        return text;
    }
}

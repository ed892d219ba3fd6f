using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxoneAssist.EndToEnd.Tests.Upgrade;

/// <summary>The inbox of the version before the counts had names: its schema and its rows.</summary>
internal static class EarlierInbox
{
    /// <summary>The policy under which a task was admitted that suppresses others.</summary>
    public const string Policy = "before-and-after";

    /// <summary>The customer of that task.</summary>
    public const string Customer = "customer-7";

    private const string Suppression =
        ""","suppression":{"within":"14d","field":"overall_satisfaction","worse":"Low","suppressedBy":{"interactionId":"earlier","createdAt":"2026-11-21T10:00:00Z","score":2}}""";

    // The schema of the earlier version: a released migration is never changed.
    public static string Migrations(string database, int count)
    {
        var assembly = typeof(Infrastructure.Inbox.InboxOptions).Assembly;
        return string.Concat(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"Inbox/{database}/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Take(count)
            .Select(name => new StreamReader(assembly.GetManifestResourceStream(name)!).ReadToEnd() + "\n"));
    }

    public static string Fill(string rows, bool isSqlite)
    {
        var now = TimeProvider.System.GetUtcNow();
        var due = now.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        rows = rows.Replace("{now}", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{false}", isSqlite ? "0" : "false", StringComparison.Ordinal)
            .Replace("{true}", isSqlite ? "1" : "true", StringComparison.Ordinal)
            .Replace("{decision}", Decision(due, ""), StringComparison.Ordinal)
            .Replace("{decision:suppressed}", Decision(due, Suppression), StringComparison.Ordinal)
            .Replace("{turn_key}", TurnKey(Policy, Customer), StringComparison.Ordinal);
        foreach (var id in new[] { "absent", "present", "insisted", "held", "leased-creating", "discarded" })
        {
            rows = rows.Replace($"{{payload:{id}~s2~}}", Payload($"{id}~s2~", due), StringComparison.Ordinal);
        }

        return rows;
    }

    private static string Decision(string due, string more) => $$"""
        {"policy":"default","decidedAt":"2026-11-22T10:00:00Z","score":2,"tier":"below 3","priority":"High","dueDate":"{{due}}","reasons":["Below 3."],"kind":"Task","field":"overall_satisfaction"{{more}}}
        """.Trim();

    public static string Payload(string id, string due) => $$"""
        {"subject":"Follow up","description":"Score 2","dueDate":"{{due}}","priority":"High","assigneeId":"agent-1","customFields":[{"id":"interaction_id_link","value":"{{id}}"}]}
        """.Trim();

    private static string TurnKey(string policy, string customer) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{customer.Length}:{customer}{policy.Length}:{policy}overall_satisfaction")));
}

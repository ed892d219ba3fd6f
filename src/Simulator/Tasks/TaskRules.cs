using System.Globalization;

namespace CxoneAssist.Simulator.Tasks;

/// <summary>The rules that CXone applies to a create call.</summary>
internal static class TaskRules
{
    private const string UtcTime = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly string[] Priorities = ["Low", "Normal", "Medium", "High", "Critical"];

    private static readonly (Func<CreateTaskBody, bool> Holds, string Rule)[] Rules =
    [
        (sent => !string.IsNullOrWhiteSpace(sent.Subject), "subject is required."),
        (sent => !string.IsNullOrWhiteSpace(sent.Description), "description is required."),
        (sent => IsUtcTime(sent.DueDate), "dueDate must be an ISO 8601 time in UTC that ends in Z."),
        (sent => Array.IndexOf(Priorities, sent.Priority) >= 0,
            "priority must be Low, Normal, Medium, High or Critical."),
        (sent => !string.IsNullOrWhiteSpace(sent.AssigneeId), "assigneeId is required."),
        (sent => sent.CustomFields is null || sent.CustomFields.Length == sent.Fields.Length,
            "customFields need an id and a value each."),
    ];

    /// <summary>The first rule that the request breaks; null when it breaks none.</summary>
    public static string? Complaint(CreateTaskBody request)
    {
        foreach (var (holds, rule) in Rules)
        {
            if (!holds(request))
            {
                return rule;
            }
        }

        return null;
    }

    private static bool IsUtcTime(string? text) =>
        DateTimeOffset.TryParseExact(
            text, UtcTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}

using System.Globalization;

namespace CxoneAssist.Sandbox.Tasks;

/// <summary>What CXone asks of a create.</summary>
internal static class TaskRules
{
    private const string UtcTime = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly string[] Priorities = ["Low", "Normal", "Medium", "High", "Critical"];

    /// <summary>What is wrong with the request, in a sentence; null when nothing is.</summary>
    public static string? Complaint(TaskRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Subject) || string.IsNullOrWhiteSpace(request.Description))
        {
            return "subject and description are required.";
        }

        if (!IsUtcTime(request.DueDate))
        {
            return "dueDate must be an ISO 8601 time in UTC that ends in Z.";
        }

        if (Array.IndexOf(Priorities, request.Priority) < 0)
        {
            return "priority must be Low, Normal, Medium, High or Critical.";
        }

        if (string.IsNullOrWhiteSpace(request.AssigneeId))
        {
            return "assigneeId is required.";
        }

        return request.CustomFields?.Length > request.Fields.Length
            ? "customFields need an id and a value each."
            : null;
    }

    private static bool IsUtcTime(string? text) =>
        DateTimeOffset.TryParseExact(text, UtcTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
}

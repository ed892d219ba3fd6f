namespace CxoneAssist.Simulator.Forms;

/// <summary>
/// Extracts the score that an interaction id contains between <c>~s</c> and <c>~</c>.
/// </summary>
internal static class NamedScore
{
    public static string? In(string interactionId)
    {
        var start = interactionId.IndexOf("~s", StringComparison.Ordinal) + 2;
        var end = start < 2 ? -1 : interactionId.IndexOf('~', start);
        return end > start ? interactionId[start..end] : null;
    }
}

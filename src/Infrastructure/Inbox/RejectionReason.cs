using CxoneAssist.Application;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>Why a row is parked whose new content the database rejects.</summary>
internal static class RejectionReason
{
    /// <summary>A sentence for operators, with the task's id where there is a task.</summary>
    /// <param name="code">The database's code of the error. Its text is left out: it may quote what customers wrote.</param>
    /// <param name="hint">What follows the code; may be empty.</param>
    /// <param name="followUp">What was to be stored.</param>
    public static string Describe(string code, string hint, FollowUp followUp)
    {
        // An id of any other form may be what the database rejects.
        var task = followUp.TaskId is { } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $" Its task in CXone is {id}." : "";
        return $"The database rejects what is to be stored ({code}){hint}.{task}";
    }
}

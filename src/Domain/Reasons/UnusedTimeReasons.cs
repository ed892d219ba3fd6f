using CxoneAssist.Domain.Calendar;
using static System.FormattableString;

namespace CxoneAssist.Domain.Reasons;

/// <summary>
/// The times that a due date was not counted from because they are implausible, in sentences.
/// </summary>
internal sealed class UnusedTimeReasons(PolicyInput input, DueDateInputs inputs)
{
    private static readonly string Tolerance = Invariant($"{DueDate.ClockTolerance.TotalMinutes:0} minutes");
    private static readonly string Oldest = Invariant($"{DueDate.OldestCompletion.TotalDays:0} days");

    private readonly TimeText _text = new(inputs.Calendar);

    public IEnumerable<string> Write(DueDateBase chosen)
    {
        if (chosen is not DueDateBase.FormSubmitted && input.Form.SubmittedAt is { } submitted)
        {
            yield return Unused("form's", submitted, $"{Tolerance} after the decision", inputs.DecidedAt);
        }

        if (chosen is DueDateBase.WebhookReceived && input.Interaction.CompletedAt is { } completed)
        {
            var side = completed > input.ReceivedAt ? $"{Tolerance} after" : $"{Oldest} before";
            yield return Unused("interaction's", completed, $"{side} the webhook was received", input.ReceivedAt);
        }
    }

    /// <summary>What is given as the submission time and cannot be read; <c>null</c> where nothing is.</summary>
    public static string? Unread(PostInteractionForm? form) => form?.UnreadSubmittedAt is { } text
        ? $"submittedAt is not a time that can be read: '{text}'."
        : null;

    private string Unused(string whose, DateTimeOffset time, string distance, DateTimeOffset from) =>
        $"The {whose} own time was not used: {_text.Short(time)} is more than {distance}, {_text.Short(from)}.";
}

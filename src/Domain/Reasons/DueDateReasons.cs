using CxoneAssist.Domain.Calendar;

namespace CxoneAssist.Domain.Reasons;

/// <summary>The arithmetic of a due date in sentences.</summary>
internal sealed class DueDateReasons(DueDate due, DueDateInputs? inputs)
{
    private readonly TimeText _text = new(inputs?.Calendar);
    private readonly List<string> _steps = [];

    public IReadOnlyList<string> Write()
    {
        _steps.Add($"Counted from {_text.Format(due.CountedFrom)}, {BaseName(due.Base)}.");
        if (inputs is { } known)
        {
            Count(due.CountedFrom, known.Due, known.Calendar);
        }

        _steps.Add(due.MovedByLeadTime ? Noticed() : $"Due {_text.Format(due.At)}.");
        if (inputs is { } with && due.At >= DueDate.Limit(with.DecidedAt))
        {
            _steps.Add("No task may be due more than two years ahead: this is parked for a person.");
        }

        return _steps;
    }

    // Where the notice counts, there are two counts to read.
    private void Count(DateTimeOffset start, FollowUpDuration duration, BusinessCalendar? calendar)
    {
        if (calendar is not null)
        {
            _steps.AddRange(duration.IsBusiness
                ? new BusinessTimeReasons(calendar, _text, brief: due.MovedByLeadTime).Write(start, duration)
                : new ClockReasons(calendar).OfElapsed(start, duration.After(start)));
        }
    }

    private string Noticed()
    {
        if (inputs is not { } known)
        {
            return $"That would leave less than the notice: due {_text.Format(due.At)} instead.";
        }

        var end = known.EndOfLeadTime();
        var until = known.MinimumLeadTime.IsBusiness ? "counted from then" : $"not due before {_text.Short(end)}";
        _steps.Add($"That would be {_text.Short(known.Due.After(due.CountedFrom, known.Calendar))}.");
        _steps.Add($"Decided {_text.Format(known.DecidedAt)}, with a notice of {known.MinimumLeadTime}: {until}.");
        Count(known.DecidedAt, known.MinimumLeadTime, known.Calendar);
        return end == due.At
            ? $"Due {_text.Format(due.At)} instead."
            : $"The notice ends outside opening hours: due at the next opening, {_text.Format(due.At)}.";
    }

    private static string BaseName(DueDateBase origin) => origin switch
    {
        DueDateBase.FormSubmitted => "when the form was submitted",
        DueDateBase.InteractionCompleted => "when the interaction ended",
        _ => "when the webhook was received",
    };
}

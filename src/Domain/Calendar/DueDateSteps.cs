namespace CxoneAssist.Domain.Calendar;

/// <summary>The arithmetic of a due date in sentences, for people who were not there.</summary>
internal sealed class DueDateSteps(DueDate due, DueDateTerms? terms)
{
    private readonly TimeText _text = new(terms?.Calendar);
    private readonly List<string> _steps = [];

    public IReadOnlyList<string> Write()
    {
        _steps.Add($"Counted from {_text.Of(due.CountedFrom)}, {BaseName(due.Base)}.");
        if (terms is { Due: { IsBusiness: true } duration, Calendar: { } calendar })
        {
            _steps.AddRange(new BusinessTimeSteps(calendar, _text).Write(due.CountedFrom, duration));
        }

        _steps.Add(due.MovedByNotice ? Noticed() : $"Due {_text.Of(due.At)}.");
        return _steps;
    }

    private string Noticed()
    {
        if (terms is not { } known)
        {
            return $"That would leave less than the notice: due {_text.Of(due.At)} instead.";
        }

        var end = known.EndOfNotice();
        var opening = end == due.At ? "" : $", which ends outside opening hours ({_text.Local(end)})";
        return $"That would leave less than the notice of {known.Notice}{opening}: due {_text.Of(due.At)} instead.";
    }

    private static string BaseName(DueDateBase origin) => origin switch
    {
        DueDateBase.FormSubmitted => "when the form was submitted",
        DueDateBase.InteractionCompleted => "when the interaction ended",
        _ => "when the webhook was received",
    };
}

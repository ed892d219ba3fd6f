namespace CxoneAssist.Domain.Calendar;

/// <summary>The inputs that a due date is calculated from, in addition to its base.</summary>
internal readonly record struct DueDateInputs(
    FollowUpDuration Due, FollowUpDuration MinimumLeadTime, BusinessCalendar? Calendar, DateTimeOffset DecidedAt)
{
    /// <summary>The earliest due date that leaves the notice.</summary>
    public DateTimeOffset Earliest()
    {
        var earliest = EndOfLeadTime();
        return MovesToOpening(earliest) ? Calendar!.NextOpening(earliest) : earliest;
    }

    public DateTimeOffset EndOfLeadTime() => MinimumLeadTime.After(DecidedAt, Calendar);

    // What is due in business time is not due at night because of its notice. A notice that ends
    // exactly at a closing ends in time.
    public bool MovesToOpening(DateTimeOffset earliest) =>
        Due.IsBusiness && !MinimumLeadTime.IsBusiness && !Calendar!.Time.IsClosing(earliest.UtcTicks);
}

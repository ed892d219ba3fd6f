namespace CxoneAssist.Domain.Calendar;

/// <summary>What a due date was worked out from, beside its base.</summary>
internal readonly record struct DueDateTerms(FollowUpDuration Due, FollowUpDuration Notice, BusinessCalendar? Calendar, DateTimeOffset DecidedAt)
{
    /// <summary>The earliest due date that leaves the notice.</summary>
    public DateTimeOffset Earliest()
    {
        var earliest = EndOfNotice();
        return MovesToOpening(earliest) ? Calendar!.NextOpening(earliest) : earliest;
    }

    public DateTimeOffset EndOfNotice() => Notice.After(DecidedAt, Calendar);

    // What is due in business time is not due at night because of its notice. A notice that ends exactly at a closing ends in time.
    public bool MovesToOpening(DateTimeOffset earliest) => Due.IsBusiness && !Notice.IsBusiness && !Calendar!.Time.IsClosing(earliest.UtcTicks);
}

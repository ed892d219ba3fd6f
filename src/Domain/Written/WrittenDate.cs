namespace CxoneAssist.Domain.Written;

/// <summary>A time as a spreadsheet or a survey tool writes it.</summary>
/// <param name="Year">The year.</param>
/// <param name="First">The day, or the first of two numbers whose order the text does not show.</param>
/// <param name="Second">The month, or the second of these numbers.</param>
/// <param name="IsSure">Whether the text itself shows which is the day.</param>
internal readonly record struct WrittenDate(int Year, int First, int Second, bool IsSure)
{
    private const int Months = 12;

    /// <summary>
    /// Whether points are between the numbers: the day is then first, unless someone says otherwise of the file.
    /// </summary>
    public bool HasPoints { get; init; }

    /// <summary>The time of day; <c>null</c> where the text has none.</summary>
    public TimeSpan? Clock { get; init; }

    /// <summary>How far ahead of UTC it is; <c>null</c> where the text does not say.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>
    /// The order that the numbers themselves show, since there are no more than twelve months; <c>null</c> where both
    /// could be the month.
    /// </summary>
    public DateOrder? Shown =>
        IsSure || (First > Months && Second <= Months) ? DateOrder.DayFirst
        : Second > Months && First <= Months ? DateOrder.MonthFirst
        : null;

    /// <summary>The time in an order that is stated, which counts more than what is usual between points.</summary>
    public Iso8601Time? InStated(DateOrder order) => (this with { IsSure = IsSure && !HasPoints }).In(order);

    /// <summary>The time in an order of the numbers; <c>null</c> where the calendar has no such day.</summary>
    public Iso8601Time? In(DateOrder order)
    {
        var (day, month) = IsSure || order == DateOrder.DayFirst ? (First, Second) : (Second, First);
        return Year is < 1 or > 9999 || month is < 1 or > Months || day < 1 || day > DateTime.DaysInMonth(Year, month)
            ? null
            : new(new DateTime(Year, month, day, 0, 0, 0, DateTimeKind.Unspecified) + (Clock ?? TimeSpan.Zero), Offset);
    }
}

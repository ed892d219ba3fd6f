namespace CxoneAssist.Domain.Written;

/// <summary>Which of two numbers in a date such as <c>03/04/2026</c> is the day.</summary>
internal enum DateOrder
{
    DayFirst,
    MonthFirst,
}

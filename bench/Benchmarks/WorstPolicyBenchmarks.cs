using BenchmarkDotNet.Attributes;
using CxoneAssist.Domain;

namespace CxoneAssist.Benchmarks;

/// <summary>Policies that count as far as counting goes: a decision costs a bounded time by these too, and so do its reasons.</summary>
[MemoryDiagnoser]
public class WorstPolicyBenchmarks
{
    private const int Dates = 1_000;

    private static readonly DateTimeOffset Now = new(2026, 12, 23, 15, 40, 0, TimeSpan.Zero);

    private static readonly PolicyInput Facts = new(
        new CompletedInteraction("interaction-1", "agent-042"), Now, new PostInteractionForm([new("overall_satisfaction", "1")]));

    private FollowUpPolicy _policy = null!;

    /// <summary>
    /// What is counted: a minute a week; 24 minutes a day, each an interval of its own, between holidays and special dates; one day a
    /// week.
    /// </summary>
    [Params("minute a week", "minute an hour", "day a week")]
    public string Calendar { get; set; } = "";

    /// <summary>Makes the policy; what its notice and its tier count is as long as it can be.</summary>
    [GlobalSetup]
    public void SetUp() => _policy = Calendar switch
    {
        "minute a week" => Policy(new(8784, DurationUnit.BusinessHours), Weekly("09:00-09:01"), []),
        "minute an hour" => Policy(new(290, DurationUnit.BusinessHours), Hourly(), SpecialDates()),
        _ => Policy(new(366, DurationUnit.BusinessDays), Weekly("09:00-17:00"), []),
    };

    /// <summary>Decides.</summary>
    [Benchmark]
    public FollowUpDecision Decide() => _policy.Decide(Facts, Now);

    /// <summary>Decides and tells why.</summary>
    [Benchmark]
    public IReadOnlyList<string> DecideAndExplain() => _policy.Decide(Facts, Now).Reasons;

    private static FollowUpPolicy Policy(
        FollowUpDuration duration,
        Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> week,
        Dictionary<DateOnly, IReadOnlyList<OpeningHours>> special)
    {
        HashSet<DateOnly> holidays = [.. Enumerable.Range(0, Dates).Select(number => Date(1 + (2 * number))).Where(date => date.Day % 9 == 0)];
        var calendar = new BusinessCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), week, holidays, special);
        return new("worst", FollowUpPolicy.Default.Question, new([new Tier("t", 5, TaskPriority.High, duration)]), duration, calendar);
    }

    private static Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Weekly(string hours) => new() { [DayOfWeek.Monday] = [Hours(hours)] };

    private static Dictionary<DayOfWeek, IReadOnlyList<OpeningHours>> Hourly() =>
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => MinuteAnHour(7));

    private static Dictionary<DateOnly, IReadOnlyList<OpeningHours>> SpecialDates() =>
        Enumerable.Range(0, Dates).ToDictionary(number => Date(2 * number), _ => MinuteAnHour(31));

    private static IReadOnlyList<OpeningHours> MinuteAnHour(int minute) =>
        [.. Enumerable.Range(0, 24).Select(hour => new OpeningHours((hour * 60) + minute, (hour * 60) + minute + 1))];

    private static DateOnly Date(int days) => DateOnly.FromDateTime(Now.DateTime).AddDays(days);

    private static OpeningHours Hours(string text) => OpeningHours.TryParse(text, out var hours) ? hours : throw new FormatException(text);
}

using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>Counts the outcomes of a policy for all surveys.</summary>
internal sealed class Tally
{
    public const int Hours = 24;

    private readonly long[] _tasks = new long[Enum.GetValues<TaskPriority>().Length];
    private readonly Dictionary<(string? Override, Tier Tier), long> _tiers = [];

    /// <summary>The priorities, the most urgent first.</summary>
    public static IReadOnlyList<TaskPriority> Priorities { get; } =
        [.. Enum.GetValues<TaskPriority>().OrderDescending()];

    public long Surveys { get; private set; }

    public long NoTask { get; private set; }

    /// <summary>Surveys without a task because the customer did not answer.</summary>
    public long Unanswered { get; private set; }

    public long Review { get; private set; }

    public long Suppressed { get; private set; }

    public long Tasks => _tasks.Sum();

    /// <summary>Tasks by the local hour of their due date.</summary>
    public long[] DueByHour { get; } = new long[Hours];

    public Load Load { get; } = new();

    /// <summary>Tasks by tier, the most frequent first.</summary>
    public IEnumerable<((string? Override, Tier Tier) From, long Tasks)> Tiers =>
        _tiers.OrderByDescending(tier => tier.Value).ThenBy(tier => tier.Key.Tier.Name, StringComparer.Ordinal)
            .Select(tier => (tier.Key, tier.Value));

    public long TaskCount(TaskPriority priority) => _tasks[(int)priority];

    public void AddNone(bool answered)
    {
        Surveys++;
        NoTask++;
        Unanswered += answered ? 0 : 1;
    }

    public void AddReview()
    {
        Surveys++;
        Review++;
    }

    public void AddSuppressed()
    {
        Surveys++;
        Suppressed++;
    }

    public void AddTask(string agent, string? exception, Tier tier, DateOnly madeOn, int dueHour)
    {
        Surveys++;
        _tasks[(int)tier.Priority]++;
        DueByHour[dueHour]++;
        Load.Add(agent, madeOn);
        _tiers[(exception, tier)] = _tiers.GetValueOrDefault((exception, tier)) + 1;
    }
}

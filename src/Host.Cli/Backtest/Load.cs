namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// How the tasks would have been spread over agents and days, by the day of creation.
/// </summary>
internal sealed class Load
{
    // A wrong column for the agent, or times over thousands of years, must not use up all memory.
    private const int MostAgents = 20_000;
    private const int MostAgentDays = 1_000_000;

    private readonly Dictionary<string, (int Number, AgentLoad Load)> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Agent, int Day), int> _agentDays = [];
    private readonly Dictionary<int, long> _days = [];

    /// <summary>
    /// Tasks that were not counted by agent and day, because there were too many agents and days.
    /// </summary>
    public long NotSpread { get; private set; }

    public IReadOnlyCollection<AgentLoad> Agents => [.. _agents.Values.Select(agent => agent.Load)];

    /// <summary>Tasks by day, in order.</summary>
    public IEnumerable<(DateOnly Day, long Tasks)> Days =>
        _days.OrderBy(day => day.Key).Select(day => (DateOnly.FromDayNumber(day.Key), day.Value));

    /// <summary>The mean number of tasks of an agent, on days with any.</summary>
    public double MeanPerAgentAndDay =>
        _agentDays.Count == 0 ? 0 : (double)_agentDays.Values.Sum(tasks => (long)tasks) / _agentDays.Count;

    /// <summary>
    /// The agent with the most tasks on one day; <c>null</c> where there is no task.
    /// </summary>
    public AgentLoad? Peak => Agents.OrderByDescending(agent => agent.Busiest).ThenBy(agent => agent.BusiestDay)
        .ThenBy(agent => agent.Agent, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The agents with the most tasks.</summary>
    public IEnumerable<AgentLoad> Busiest(int most) =>
        Agents.OrderByDescending(agent => agent.Tasks).ThenBy(agent => agent.Agent, StringComparer.Ordinal).Take(most);

    public void Add(string agent, DateOnly day)
    {
        _days[day.DayNumber] = _days.GetValueOrDefault(day.DayNumber) + 1;
        if (!_agents.TryGetValue(agent, out var known))
        {
            if (_agents.Count >= MostAgents)
            {
                NotSpread++;
                return;
            }

            known = (_agents.Count, new AgentLoad(agent));
            _agents.Add(agent, known);
        }

        known.Load.Tasks++;
        AddToDay(known.Number, known.Load, day);
    }

    private void AddToDay(int number, AgentLoad load, DateOnly day)
    {
        var key = (number, day.DayNumber);
        if (!_agentDays.TryGetValue(key, out var tasks) && _agentDays.Count >= MostAgentDays)
        {
            NotSpread++;
            return;
        }

        _agentDays[key] = ++tasks;
        if (tasks > load.Busiest || (tasks == load.Busiest && day < load.BusiestDay))
        {
            (load.Busiest, load.BusiestDay) = (tasks, day);
        }
    }
}

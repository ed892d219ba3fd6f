namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The tasks that one agent would have received.</summary>
internal sealed class AgentLoad(string agent)
{
    public string Agent => agent;

    public long Tasks { get; set; }

    /// <summary>The most tasks on one day.</summary>
    public int Busiest { get; set; }

    /// <summary>The day with the most tasks; the first of several.</summary>
    public DateOnly BusiestDay { get; set; }
}

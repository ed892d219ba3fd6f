namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The tasks that one agent would have been given.</summary>
internal sealed class AgentLoad(string agent)
{
    public string Agent => agent;

    public long Tasks { get; set; }

    /// <summary>The most on one day.</summary>
    public int Busiest { get; set; }

    /// <summary>That day; the first where there are several.</summary>
    public DateOnly BusiestDay { get; set; }
}

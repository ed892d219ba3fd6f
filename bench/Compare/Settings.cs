namespace CxoneAssist.Compare;

/// <summary>What is measured, and how much of it.</summary>
/// <param name="BenchFolder">Holds the Node peer and the bare upper bound.</param>
/// <param name="Contenders">The names of the contenders to measure.</param>
/// <param name="Figures">The names of the figures to take.</param>
/// <param name="Inboxes">The names of the inboxes to measure the host with.</param>
/// <param name="Rounds">How often each figure is taken of each contender, in turn; its median is shown.</param>
/// <param name="Interactions">How many interactions are measured end to end.</param>
/// <param name="Connections">How many connections webhooks are sent over at once.</param>
/// <param name="Seconds">How long acknowledgements are counted, and a backlog drained.</param>
/// <param name="Backlog">How many rows wait in the backlog.</param>
/// <param name="Host">A published host to measure instead of publishing one.</param>
internal sealed record Settings(
    string BenchFolder,
    IReadOnlyList<string> Contenders,
    IReadOnlyList<string> Figures,
    IReadOnlyList<string> Inboxes,
    int Rounds,
    int Interactions,
    int Connections,
    TimeSpan Seconds,
    int Backlog,
    string? Host);

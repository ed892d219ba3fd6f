namespace CxoneAssist.Compare.Figures;

/// <summary>Something that is measured.</summary>
/// <param name="Name">By which it is chosen.</param>
/// <param name="TakeAsync">Takes and reports it.</param>
internal sealed record Figure(string Name, Func<Bench, CancellationToken, Task> TakeAsync)
{
    public static readonly IReadOnlyList<Figure> All =
    [
        new("acknowledgements", Acknowledgements.TakeAsync),
        new("end-to-end", EndToEnd.TakeAsync),
        new("end-to-end-slow", EndToEnd.TakeSlowAsync),
        new("start", Starting.TakeAsync),
        new("open-loop", OpenLoop.TakeAsync),
        new("backlog", Backlog.TakeAsync),
        new("questions", Questions.TakeAsync),
    ];
}

using CxoneAssist.Simulator;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>Compares acknowledged interactions with the tasks that exist.</summary>
/// <param name="Acked">Interactions acknowledged.</param>
/// <param name="Lost">Those that demand a task and have none.</param>
/// <param name="Dup">Tasks beyond the first of an interaction.</param>
/// <param name="Wrong">
/// Tasks that no interaction demands, or with another priority than demanded.
/// </param>
internal sealed record Tally(int Acked, int Lost, int Dup, int Wrong)
{
    public static Tally Of(ICollection<string> acknowledged, SimulatorLedger ledger)
    {
        var tasks = ledger.Tasks();
        var perInteraction = ledger.TasksPerInteraction();
        return new Tally(
            acknowledged.Count,
            acknowledged.Count(id => Survey.Of(id).Priority is not null && !perInteraction.ContainsKey(id)),
            tasks.Count - perInteraction.Count,
            tasks.Count(task => Survey.Of(task.InteractionId!).Priority != task.Priority));
    }

    public override string ToString() => $"acked={Acked} lost={Lost} dup={Dup} wrong={Wrong}";
}

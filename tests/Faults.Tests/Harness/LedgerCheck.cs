using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Client;
using CxoneAssist.Simulator;

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>
/// The check of every scenario: compares the acknowledged interactions with CXone's ledger and the
/// inbox.
/// </summary>
internal static class LedgerCheck
{
    private const string Mark = "Possible duplicate: ";

    public static async Task<Figures> JudgeAsync(IReadOnlyCollection<string> acknowledged, SimulatorLedger ledger, OperatorClient inbox)
    {
        var tally = Tally.Of([.. acknowledged], ledger);
        var known = await inbox.KnownAsync();
        var tasks = ledger.Tasks();
        var marked = tasks.Count(IsMarked);
        var owing = acknowledged.Where(id => Survey.Of(id).Priority is not null).ToHashSet(StringComparer.Ordinal);
        return new Figures(
            tally.Acked,
            tally.Lost + acknowledged.Count(id => !known.Contains(id) && !(owing.Contains(id) && ledger.TasksOf(id).Count == 0)),
            Duplicates(tasks),
            marked,
            await inbox.CountAsync("unconfirmed"),
            await inbox.CountAsync("parked"),
            tally.Wrong,
            Renotified(ledger));
    }

    /// <summary>Tasks whose creator does not know of them: it waits for the answer, or was killed while it did.</summary>
    public static long Unanswered(SimulatorLedger ledger) => ledger.TaskCount - ledger.Answers(SimulatorCall.CreateTask, 201);

    // Beyond the first task of an interaction, only tasks marked as possible duplicates are
    // allowed.
    private static int Duplicates(IReadOnlyList<SimulatorTask> tasks) => tasks
        .GroupBy(task => task.InteractionId, StringComparer.Ordinal)
        .Sum(same => Math.Max(0, same.Count() - 1 - same.Count(IsMarked)));

    private static bool IsMarked(SimulatorTask task) => task.Description!.StartsWith(Mark, StringComparison.Ordinal);

    // A notification names its task, and a task has one.
    private static int Renotified(SimulatorLedger ledger)
    {
        var messages = ledger.Notifications().Select(note => note.Message).ToList();
        return messages.Count - messages.Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>The sum of the attempts of all follow-ups in the inbox.</summary>
    public static async Task<int> AttemptsAsync(this OperatorClient inbox)
    {
        var attempts = 0;
        await foreach (var item in inbox.ItemsAsync())
        {
            attempts += item.GetProperty("attempts").GetInt32();
        }

        return attempts;
    }

    private static async Task<HashSet<string>> KnownAsync(this OperatorClient inbox)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in inbox.ItemsAsync())
        {
            known.Add(item.Text("interactionId")!);
        }

        return known;
    }

    private static async IAsyncEnumerable<JsonElement> ItemsAsync(this OperatorClient inbox)
    {
        string? next = null;
        do
        {
            var page = (await inbox.PageAsync(next)).Json;
            foreach (var item in page.GetProperty("items").EnumerateArray())
            {
                yield return item;
            }

            next = page.Text("next");
        }
        while (next is { Length: > 0 });
    }
}

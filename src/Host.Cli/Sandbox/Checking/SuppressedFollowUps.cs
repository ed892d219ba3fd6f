using CxoneAssist.Domain;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// Holds the tasks that each customer got against the policy's suppression. Which of two interactions comes first is up to
/// the host, so there must be an order in which the rule allows every task, and each one that is missing must be one
/// that the rule suppresses because of them.
/// </summary>
internal sealed class SuppressedFollowUps
{
    private readonly HashSet<string> _interactions = new(StringComparer.Ordinal);
    private readonly List<Disagreement> _disagreements = [];

    private SuppressedFollowUps()
    {
    }

    /// <summary>How many tasks were rightly suppressed.</summary>
    public int Count => _interactions.Count;

    /// <summary>Tasks that should have been suppressed.</summary>
    public IReadOnlyList<Disagreement> Disagreements => _disagreements;

    public static SuppressedFollowUps Find(IReadOnlyList<ExpectedFollowUp> expected, IReadOnlyList<SimulatorTask> tasks)
    {
        var suppressed = new SuppressedFollowUps();
        var created = tasks.ToLookup(task => task.InteractionId ?? "", StringComparer.Ordinal);
        foreach (var customer in expected
            .Where(one => one.Owed?.Policy.Suppression is not null && !string.IsNullOrWhiteSpace(one.Survey.Customer))
            .GroupBy(one => one.Survey.Customer!, StringComparer.Ordinal))
        {
            suppressed.Judge([.. customer.Select(one => (one, created[one.Survey.InteractionId].FirstOrDefault()))]);
        }

        return suppressed;
    }

    /// <summary>Whether an interaction has no task because of another one of the same customer.</summary>
    public bool Contains(string interactionId) => _interactions.Contains(interactionId);

    private void Judge(IReadOnlyList<(ExpectedFollowUp Expected, SimulatorTask? Task)> ofCustomer)
    {
        List<EarlierFollowUp> made = [];

        // The mildest first: the only order in which each is worse than those before.
        foreach (var (one, task) in ofCustomer.Where(one => one.Task is not null)
            .OrderBy(one => Badness(one.Expected.Owed!)).ThenBy(one => one.Task!.CreatedAt))
        {
            var verdict = Verdict(one, made, task!.CreatedAt);
            if (verdict.Suppressed)
            {
                _disagreements.Add(new(one.Survey.InteractionId, $"has {task.Id} although it is suppressed by {verdict.Earlier!.InteractionId}"));
            }

            made.Add(new(one.Survey.InteractionId, task.CreatedAt, one.Owed!.Score));
        }

        _interactions.UnionWith(ofCustomer
            .Where(one => one.Task is null && Verdict(one.Expected, made, one.Expected.Facts.ReceivedAt).Suppressed)
            .Select(one => one.Expected.Survey.InteractionId));
    }

    private static SuppressionVerdict Verdict(ExpectedFollowUp one, List<EarlierFollowUp> made, DateTimeOffset at) =>
        one.Owed!.Policy.Suppression!.Judge(one.Owed, made, at);

    private static decimal Badness(FollowUpRequired owed) =>
        owed.Policy.Question.Direction == ScaleDirection.LowIsWorse ? -owed.Score : owed.Score;
}

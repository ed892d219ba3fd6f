using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// The tasks that customers would have had, for a policy that suppresses. Holds the tasks within
/// the window for each customer. There are few: each has a worse score than the ones before.
/// </summary>
internal sealed class PastTasks(SuppressionRule rule)
{
    private readonly Dictionary<string, EarlierFollowUp[]> _byCustomer = new(StringComparer.Ordinal);

    /// <summary>Surveys that come after a later one of the same customer.</summary>
    public long OutOfOrder { get; private set; }

    /// <summary>Whether a task is suppressed; stores it where it is not.</summary>
    public bool Suppresses(FollowUpRequired task, in PastSurvey survey)
    {
        if (survey.Facts.Interaction.CustomerId is not { } customer)
        {
            return false;
        }

        var (now, earlier) = (survey.DecidedAt, _byCustomer.GetValueOrDefault(customer) ?? []);
        if (earlier is [.., var last] && last.CreatedAt > now)
        {
            OutOfOrder++;
        }

        if (earlier.Length > 0 && rule.Judge(task, earlier, now).Suppressed)
        {
            return true;
        }

        // The interaction's id is not needed here; a million of them would use most of the memory.
        _byCustomer[customer] =
            [.. earlier.Where(one => rule.Covers(one.CreatedAt, now)), new EarlierFollowUp("", now, task.Score)];
        return false;
    }
}

using System.Globalization;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>Rows of FindAdmitted. Scores are kept as text, which loses nothing.</summary>
internal static class AdmittedFollowUps
{
    public static string Score(decimal score) => score.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the row; <c>null</c> where it cannot be read: nothing is suppressed by it then.</summary>
    public static AdmittedFollowUp? Read(IRow row) => decimal.TryParse(row.Text(2), NumberStyles.Number, CultureInfo.InvariantCulture, out var score)
            ? new(new(row.Text(0), row.Time(1), score), row.Bool(3))
            : null;

    public static CustomerHistory History(IEnumerable<AdmittedFollowUp?> admitted, string? undecided)
    {
        var byTask = admitted.OfType<AdmittedFollowUp>().ToLookup(one => one.HasTask, one => one.FollowUp);
        return new([.. byTask[true]], [.. byTask[false]], undecided);
    }
}

/// <summary>A follow-up that was let through.</summary>
/// <param name="FollowUp">The follow-up.</param>
/// <param name="HasTask">Whether its task exists already.</param>
internal sealed record AdmittedFollowUp(EarlierFollowUp FollowUp, bool HasTask);

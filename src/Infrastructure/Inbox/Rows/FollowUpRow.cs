using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A row of the table, selected by the fragment <c>columns</c>, as the follow-up it holds.</summary>
internal static class FollowUpRow
{
    private static readonly CompletedInteraction NoInteraction = new("", "");
    private static readonly FollowUp NoFollowUp = new(NoInteraction, default);
    private static readonly FollowUpRecord NoRecord = new(0, 0, false, NoFollowUp, []);

    /// <summary>Reads the row; what cannot be read is left out of it.</summary>
    public static FollowUpRecord Read(IRow row) => Read(row, out _);

    /// <summary>Reads the row, and says in a sentence what could not be read, or <c>null</c>.</summary>
    public static FollowUpRecord Read(IRow row, out string? damage)
    {
        var place = 0;
        var record = ReadInto(NoRecord, row, FollowUpColumns.Record, ref place);
        var interaction = ReadInto(NoInteraction, row, FollowUpColumns.Interaction, ref place);
        var followUp = ReadInto(NoFollowUp with { Interaction = interaction }, row, FollowUpColumns.FollowUp, ref place);
        var isDecided = !row.IsNull(FollowUpColumns.DecisionPlace);
        damage = isDecided && followUp.Decision is null ? "The stored decision cannot be read." : null;
        return record with { FollowUp = followUp };
    }

    private static T ReadInto<T>(T into, IRow row, Column<T>[] columns, ref int place)
    {
        foreach (var column in columns)
        {
            if (column.Read is { } read)
            {
                into = read(row, place++, into);
            }
        }

        return into;
    }
}

using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A row of FindOperatorActions.</summary>
internal static class OperatorActionRow
{
    public static OperatorAction Read(IRow row) => new(row.Time(0), row.Text(1), row.Text(2))
    {
        Actor = row.IsNull(3) ? null : row.Text(3),
    };
}

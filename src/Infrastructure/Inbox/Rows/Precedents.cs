using System.Globalization;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>A row of precedents.sql. Scores are kept as text, which loses nothing.</summary>
internal static class Precedents
{
    public static EarlierFollowUp Read<T>(T row)
        where T : IRow => new(row.Text(0), row.Time(1), decimal.Parse(row.Text(2), CultureInfo.InvariantCulture));

    public static string Score(decimal score) => score.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>A number in the form of JSON, where a text means one: <c>"4"</c>, <c>"3,5"</c>.</summary>
internal static class NumberRepair
{
    public static string? Find(string text)
    {
        var trimmed = text.Trim();
        // A comma before three digits may group thousands.
        var point = trimmed.Split(',') is [_, { Length: not 3 }] ? trimmed.Replace(',', '.') : trimmed;
        return ScoreText.TryRead(point, out var number)
            ? ScoreText.Normal(number).ToString(CultureInfo.InvariantCulture)
            : null;
    }
}

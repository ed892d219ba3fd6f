using System.Globalization;

namespace CxoneAssist.Architecture.Tests.Seeds.Culture;

internal static class ShowsADate
{
    public static string Use(DateTimeOffset? at) => $"at {at} there";
}

internal static class ShowsATimeWithAFormat
{
    public static string Use(DateTimeOffset at) => $"at {at:HH:mm}";
}

internal static class ShowsAFraction
{
    public static string Use(double seconds) => $"{seconds} s";
}

internal static class ShowsADecimal
{
    public static string Use(decimal score) => $"score {score}";
}

// Allowed, so that the rule is seen to let them pass.
internal static class ShowsADateByTheInvariantCulture
{
    public static string Use(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"at {at:HH:mm}");
}

internal static class ShowsAFractionAsAnInvariantString
{
    public static string Use(double seconds) => FormattableString.Invariant($"{seconds:0.0} s");
}

internal static class ShowsACountWhichIsInvariant
{
    public static string Use(int count, TimeSpan time) => $"{count} in {time}";
}

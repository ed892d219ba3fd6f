namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>
/// Instants as the database keeps them: Unix milliseconds. The greatest one stands for <see
/// cref="DateTimeOffset.MaxValue"/>.
/// </summary>
internal static class UnixTime
{
    private static readonly long Least = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Greatest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static long From(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static long? From(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static DateTimeOffset To(long milliseconds) => milliseconds >= Greatest
        ? DateTimeOffset.MaxValue
        : DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(milliseconds, Least));

    /// <summary>What is read back after storing it.</summary>
    public static DateTimeOffset Stored(DateTimeOffset time) => To(From(time));
}

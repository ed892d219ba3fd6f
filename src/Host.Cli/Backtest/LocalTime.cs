namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>Converts instants to a zone's local time.</summary>
internal sealed class LocalTime(TimeZoneInfo zone)
{
    // Zones change their clocks at a quarter of an hour; consecutive instants are mostly close
    // together.
    private long _quarter = -1;
    private long _offset;

    public DateTime Convert(DateTimeOffset time)
    {
        var ticks = time.UtcTicks;
        var quarter = ticks / (TimeSpan.TicksPerMinute * 15);
        if (quarter != _quarter)
        {
            (_quarter, _offset) = (quarter, zone.GetUtcOffset(time).Ticks);
        }

        return new DateTime(Math.Clamp(ticks + _offset, 0, DateTime.MaxValue.Ticks));
    }
}

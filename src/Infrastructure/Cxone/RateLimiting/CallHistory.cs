namespace CxoneAssist.Infrastructure.Cxone.RateLimiting;

/// <summary>How many calls CXone accepted in each hundredth of a second of the last twenty seconds.</summary>
internal sealed class CallHistory
{
    public static readonly TimeSpan Slot = TimeSpan.FromMilliseconds(10);

    private const int Slots = 2048;
    private const int Gap = 5;
    private const int Latest = 25;

    // A period with fewer calls than this many bursts shows little beside the burst.
    private const double Bursts = 1.5;

    private readonly int[] _counts = new int[Slots];
    private long _newest;

    public void Add(TimeSpan now)
    {
        MoveTo(now);
        _counts[_newest % Slots]++;
    }

    /// <summary>The calls since the last silence, at most those of the last quarter of a second.</summary>
    public (int Calls, double Seconds) LatestStretch(TimeSpan now)
    {
        MoveTo(now);
        var (calls, length, silent) = (0, 1, 0);
        for (var back = 0; back < Latest && silent < Gap; back++)
        {
            var count = Back(back);
            calls += count;
            silent = count == 0 ? silent + 1 : 0;
            length = count == 0 ? length : back + 1;
        }

        return (calls, length * Slot.TotalSeconds);
    }

    /// <summary>
    /// The burst, if CXone accepts calls at about this rate in the long run: of all periods up to now,
    /// the one in which it accepted most calls beyond the rate.
    /// </summary>
    public (int Calls, double Seconds) Burst(double rate, TimeSpan now)
    {
        MoveTo(now);
        var (most, burst, calls) = (double.MinValue, default((int, double)), 0);
        for (var back = 0; back < Slots; back++)
        {
            calls += Back(back);
            var seconds = (back + 1) * Slot.TotalSeconds;
            if (calls - (rate * seconds) > most)
            {
                (most, burst) = (calls - (rate * seconds), (calls, seconds));
            }
        }

        return burst;
    }

    /// <summary>
    /// The lowest rate in the long run that explains the calls accepted up to now, if one such burst is left out;
    /// <c>null</c> where no period up to now holds enough calls to tell the two apart.
    /// </summary>
    public double? RateWithout((int Calls, double Seconds) burst, TimeSpan atLeast, TimeSpan atMost, TimeSpan now)
    {
        MoveTo(now);
        double? most = null;
        var calls = 0;
        for (var back = 0; back < Slots && back < atMost / Slot; back++)
        {
            calls += Back(back);
            var seconds = (back + 1) * Slot.TotalSeconds;
            if (seconds >= Math.Max(atLeast.TotalSeconds, Bursts * burst.Seconds) && calls >= Bursts * burst.Calls)
            {
                most = Math.Max(most ?? 0, (calls - burst.Calls) / (seconds - burst.Seconds));
            }
        }

        return most > 0 ? most : null;
    }

    private int Back(int slots) => slots > _newest ? 0 : _counts[(_newest - slots) % Slots];

    private void MoveTo(TimeSpan now)
    {
        var slot = now.Ticks / Slot.Ticks;
        if (slot - _newest >= Slots)
        {
            Array.Clear(_counts);
            _newest = slot;
        }

        while (_newest < slot)
        {
            _counts[++_newest % Slots] = 0;
        }
    }
}

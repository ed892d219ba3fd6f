namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Tells a failing connection from one interaction that fails again and again.</summary>
internal sealed class FailingSubjects(TimeProvider time, TimeSpan window, int enough)
{
    private readonly Lock _lock = new();
    private readonly List<(string Subject, DateTimeOffset At)> _latest = new(enough + 1);

    /// <summary>Notes a failure.</summary>
    /// <returns>
    /// Whether it counts: always while enough different subjects fail within the window, else once for each of them.
    /// </returns>
    public bool Add(string subject)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _latest.RemoveAll(failure => now - failure.At > window);
            var known = _latest.RemoveAll(failure => failure.Subject == subject) > 0;
            _latest.Add((subject, now));
            if (_latest.Count > enough)
            {
                _latest.RemoveAt(0);
            }

            return !known || _latest.Count == enough;
        }
    }
}

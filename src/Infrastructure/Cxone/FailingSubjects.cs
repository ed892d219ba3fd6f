namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>Tells a failing connection from one interaction that fails again and again.</summary>
internal sealed class FailingSubjects(TimeProvider time, TimeSpan window, int enough)
{
    private readonly Lock _lock = new();
    private readonly List<(string Subject, DateTimeOffset At)> _latest = new(enough + 1);

    /// <summary>Notes a failure.</summary>
    /// <returns>Whether enough different subjects failed within the window.</returns>
    public bool Add(string subject)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _latest.RemoveAll(failure => failure.Subject == subject || now - failure.At > window);
            _latest.Add((subject, now));
            if (_latest.Count > enough)
            {
                _latest.RemoveAt(0);
            }

            return _latest.Count == enough;
        }
    }
}

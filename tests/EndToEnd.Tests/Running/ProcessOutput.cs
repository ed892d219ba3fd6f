namespace CxoneAssist.EndToEnd.Tests.Running;

/// <summary>The lines a process wrote.</summary>
internal sealed class ProcessOutput
{
    private const int TailLines = 40;

    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private (Func<string, bool> Condition, TaskCompletionSource<string> Found)? _awaited;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_gate)
        {
            _lines.Add(line);
            if (_awaited is { } awaited && awaited.Condition(line))
            {
                awaited.Found.TrySetResult(line);
            }
        }
    }

    /// <summary>Waits for a line. For one caller.</summary>
    public Task<string> FirstAsync(Func<string, bool> condition)
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited = (condition, found);
            if (_lines.Find(line => condition(line)) is { } line)
            {
                found.TrySetResult(line);
            }
        }

        return found.Task;
    }

    public string Tail() => string.Join('\n', Lines.TakeLast(TailLines));
}

namespace CxoneAssist.Simulator.Tasks;

/// <summary>The tasks that exist, in order, and by the values of their custom fields.</summary>
internal sealed class TaskBook
{
    private readonly Lock _gate = new();
    private readonly List<StoredTask> _tasks = [];
    private readonly Dictionary<string, List<StoredTask>> _byValue = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredTask> _byKey = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _tasks.Count;
            }
        }
    }

    /// <summary>
    /// Adds a task; with <paramref name="oncePerKey"/> a known key returns its existing task.
    /// </summary>
    public StoredTask Add(CreateTaskBody request, byte[] body, string? key, DateTimeOffset now, bool oncePerKey)
    {
        lock (_gate)
        {
            if (oncePerKey && key is not null && _byKey.TryGetValue(key, out var first))
            {
                return first;
            }

            var task = new StoredTask(_tasks.Count + 1, request.InteractionId, body, key, now);
            _tasks.Add(task);
            Index(task, request);
            if (oncePerKey && key is not null)
            {
                _byKey[key] = task;
            }

            return task;
        }
    }

    public IReadOnlyList<SimulatorTask> All() => Read(() => _tasks.ToArray());

    public IReadOnlyList<SimulatorTask> Newest(int count) => Read(() => _tasks.TakeLast(count).Reverse().ToArray());

    public IReadOnlyList<SimulatorTask> OfInteraction(string interactionId) =>
        Read(() => Holding(interactionId).Where(task => task.InteractionId == interactionId).ToArray());

    public IReadOnlyList<SimulatorTask> WithField(string id, string value) =>
        [.. Read(() => Holding(value).ToArray())
            .Where(task => task.CustomFields.Any(field => field.Id == id && field.Value == value))];

    public Dictionary<string, int> CountPerInteraction()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var task in Select(() => _tasks.ToArray()).Where(task => task.InteractionId is not null))
        {
            counts[task.InteractionId!] = counts.GetValueOrDefault(task.InteractionId!) + 1;
        }

        return counts;
    }

    // Bodies are parsed outside the lock: a report on a million tasks must not block the calls.
    private SimulatorTask[] Read(Func<StoredTask[]> select) => Array.ConvertAll(Select(select), task => task.ToTask());

    private StoredTask[] Select(Func<StoredTask[]> select)
    {
        lock (_gate)
        {
            return select();
        }
    }

    private List<StoredTask> Holding(string value) => _byValue.GetValueOrDefault(value) ?? [];

    private void Index(StoredTask task, CreateTaskBody request)
    {
        foreach (var field in request.Fields)
        {
            if (!_byValue.TryGetValue(field.Value, out var tasks))
            {
                _byValue[field.Value] = tasks = new List<StoredTask>(1);
            }

            if (tasks.Count == 0 || !ReferenceEquals(tasks[^1], task))
            {
                tasks.Add(task);
            }
        }
    }
}

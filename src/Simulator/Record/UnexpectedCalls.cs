namespace CxoneAssist.Simulator.Record;

/// <summary>
/// Calls that CXone does not have. Bounded, so that a misbehaving client cannot fill the memory.
/// </summary>
internal sealed class UnexpectedCalls
{
    private const int Most = 1000;
    private readonly List<string> _calls = [];

    public void Add(string call)
    {
        lock (_calls)
        {
            if (_calls.Count < Most)
            {
                _calls.Add(call);
            }
        }
    }

    public string[] All()
    {
        lock (_calls)
        {
            return [.. _calls];
        }
    }
}

namespace CxoneAssist.Host.Cli.Sandbox.Service;

/// <summary>The last lines of an output.</summary>
internal sealed class OutputTail
{
    private const int Most = 20;
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Most)
            {
                _lines.Dequeue();
            }
        }
    }

    public string Text()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines.Select(line => "  " + line));
        }
    }
}

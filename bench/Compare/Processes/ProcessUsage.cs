using System.Globalization;

namespace CxoneAssist.Compare.Processes;

/// <summary>What a process has used of the machine, as Linux counts it.</summary>
/// <param name="Processor">Processor time, its own and the kernel's for it.</param>
/// <param name="PeakBytes">The most memory it ever held.</param>
internal readonly record struct ProcessUsage(TimeSpan Processor, long PeakBytes)
{
    private const double TicksPerSecond = 100;

    public static ProcessUsage Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = Number(fields[11]) + Number(fields[12]);
        var peak = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return new(TimeSpan.FromSeconds(ticks / TicksPerSecond), Number(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

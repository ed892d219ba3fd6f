namespace CxoneAssist.Simulator.Faults;

/// <summary>Maps a text and a seed to a number from 0 to 1, the same in every process.</summary>
internal static class StableShare
{
    public static double Compute(int seed, ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        // FNV hardly changes the high bits for short texts; this step spreads them.
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        return ((hash ^ (hash >> 33)) >> 11) * (1.0 / (1UL << 53));
    }
}

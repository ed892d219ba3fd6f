using System.Runtime.InteropServices;

namespace CxoneAssist.Host.Cli.Surveys.Interactions;

/// <summary>
/// The interactions so far, each as 54 bits of a hash: a million ids as texts would use most of the memory. That two of a
/// million different ids have the same bits happens in one of 36,000 files.
/// </summary>
internal sealed class SeenInteractions : IDisposable
{
    // Small tables, each of which grows by itself: one large table would for a moment be there twice.
    private const int TableBits = 6;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly HashTable[] _tables = [.. Enumerable.Range(0, 1 << TableBits).Select(_ => new HashTable())];

    /// <summary>Adds an interaction.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(string interaction)
    {
        var hash = Hash(interaction);
        return _tables[hash >> (64 - TableBits)].Add(hash);
    }

    public void Dispose()
    {
        foreach (var table in _tables)
        {
            table.Dispose();
        }
    }

    private static ulong Hash(string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var hash = (ulong)bytes.Length;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(bytes));
        }

        Span<byte> rest = stackalloc byte[sizeof(ulong)];
        rest.Clear();
        bytes.CopyTo(rest);
        return Mix(Mix(hash, MemoryMarshal.Read<ulong>(rest)), Multiplier);
    }

    // The two halves of a product of 128 bits: each bit of the inputs has an effect on most bits.
    private static ulong Mix(ulong hash, ulong next)
    {
        var high = Math.BigMul((hash ^ next) + Multiplier, Multiplier, out var low);
        return high ^ low ^ ((hash << 1) | (hash >> 63));
    }
}

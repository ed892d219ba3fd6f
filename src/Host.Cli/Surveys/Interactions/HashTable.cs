using System.Runtime.InteropServices;

namespace CxoneAssist.Host.Cli.Surveys.Interactions;

/// <summary>
/// A set of hashes with open addressing, outside the heap of the collector, which would keep every table that was outgrown
/// until it next collects everything.
/// </summary>
internal sealed class HashTable : IDisposable
{
    private const int EntrySize = 6;
    private const ulong Entry = (1UL << (8 * EntrySize)) - 1;
    private const int FirstSize = 16;
    private const double Fullest = 0.8;
    private const double Growth = 1.4;

    private nint _entries;
    private int _size;
    private int _count;

    ~HashTable() => Free();

    /// <summary>Adds the lower 48 bits of a hash.</summary>
    /// <returns>Whether they are new.</returns>
    public bool Add(ulong hash)
    {
        if (_count >= _size * Fullest)
        {
            Grow();
        }

        // 0 is an empty place.
        var isNew = Put(Math.Max(1, hash & Entry));
        _count += isNew ? 1 : 0;
        return isNew;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private bool Put(ulong entry)
    {
        var at = (int)Math.BigMul(entry << (64 - (8 * EntrySize)), (ulong)_size, out _);
        for (var held = Get(_entries, at); held != 0; held = Get(_entries, at))
        {
            if (held == entry)
            {
                return false;
            }

            at = at + 1 == _size ? 0 : at + 1;
        }

        Marshal.WriteInt32(_entries, at * EntrySize, unchecked((int)entry));
        Marshal.WriteInt16(_entries, (at * EntrySize) + sizeof(int), unchecked((short)(entry >> (8 * sizeof(int)))));
        return true;
    }

    // Reads beyond the entry, which is faster than reading its parts.
    private static ulong Get(nint entries, int at) => unchecked((ulong)Marshal.ReadInt64(entries, at * EntrySize)) & Entry;

    private void Grow()
    {
        var (old, oldSize) = (_entries, _size);
        _size = Math.Max(FirstSize, (int)(_size * Growth));
        _entries = Marshal.AllocHGlobal((_size * EntrySize) + sizeof(long));
        for (var at = 0; at < _size * EntrySize; at += sizeof(short))
        {
            Marshal.WriteInt16(_entries, at, 0);
        }

        for (var at = 0; at < oldSize; at++)
        {
            if (Get(old, at) is not 0 and var entry)
            {
                Put(entry);
            }
        }

        Marshal.FreeHGlobal(old);
    }

    private void Free()
    {
        Marshal.FreeHGlobal(_entries);
        (_entries, _size, _count) = (0, 0, 0);
    }
}

using System.Text;

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>The text of a policy's file, to turn offsets into places.</summary>
internal sealed class JsonSource(byte[] utf8)
{
    /// <summary>The place of a byte: line and column from 1, the column in characters.</summary>
    public (int Line, int Column) Place(int offset)
    {
        var before = utf8.AsSpan(0, Math.Min(offset, utf8.Length));
        var start = before.LastIndexOf((byte)'\n') + 1;
        var column = 1;
        foreach (var _ in Encoding.UTF8.GetString(before[start..]).EnumerateRunes())
        {
            column++;
        }

        return (before.Count((byte)'\n') + 1, column);
    }
}

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Counts the bytes that are read through it, for progress, and shows the first ones before they are read.
/// </summary>
internal sealed class CountedStream(Stream inner) : Stream
{
    private byte[] _head = [];
    private long _read;

    /// <summary>How many bytes have been read.</summary>
    public long Count => Volatile.Read(ref _read);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes, fewer only where the stream ends; to be called before any are read.</summary>
    public ReadOnlySpan<byte> Peek(int most)
    {
        var head = new byte[most];
        return _head = head[..inner.ReadAtLeast(head, most, throwOnEndOfStream: false)];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = _head.Length > 0 ? ReadHead(buffer) : inner.Read(buffer);
        Volatile.Write(ref _read, _read + count);
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadHead(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _head.Length);
        _head.AsSpan(0, count).CopyTo(buffer);
        _head = _head[count..];
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}

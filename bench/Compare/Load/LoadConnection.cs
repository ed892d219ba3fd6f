using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CxoneAssist.Compare.Load;

/// <summary>A connection that sends one request at a time.</summary>
internal sealed class LoadConnection : Socket
{
    private readonly byte[] _answer = new byte[4096];
    private int _length;

    public LoadConnection(IPEndPoint target)
        : base(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true;
        Connect(target);
    }

    /// <summary>Which request is under way.</summary>
    public int Request { get; private set; }

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <returns>Whether it was acknowledged.</returns>
    public static bool TryOnce(IPEndPoint target, byte[] request)
    {
        try
        {
            using var connection = new LoadConnection(target);
            connection.Send(request, 0);
            int? status;
            while ((status = connection.Receive()) is null)
            {
            }

            return status == 200;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public void Send(byte[] request, int number)
    {
        (Request, _length) = (number, 0);
        Send(request);
    }

    /// <summary>Reads what has come.</summary>
    /// <returns>The answer's status once it is whole; 0 where the connection was closed; <c>null</c> where there is more to come.</returns>
    public int? Receive()
    {
        var read = Receive(_answer.AsSpan(_length), SocketFlags.None, out var error);
        _length += read;
        var answer = _answer.AsSpan(0, _length);
        if (read == 0 || error != SocketError.Success)
        {
            return 0;
        }

        return IsWhole(answer) ? ((answer[9] - '0') * 100) + ((answer[10] - '0') * 10) + answer[11] - '0' : null;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var body = answer[(end + 4)..];
        var length = head.IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return body.EndsWith("0\r\n\r\n"u8);
        }

        var digits = head[(length + "Content-Length: ".Length)..];
        var lineEnd = digits.IndexOf((byte)'\r');
        return body.Length >= int.Parse(
            Encoding.ASCII.GetString(lineEnd < 0 ? digits : digits[..lineEnd]), System.Globalization.CultureInfo.InvariantCulture);
    }
}

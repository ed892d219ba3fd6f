using System.Text.Json;
using CxoneAssist.Sandbox.Serving;

namespace CxoneAssist.Sandbox.Notifications;

/// <summary>The notifications sent, kept as the bytes that made them.</summary>
internal sealed class NotificationBook
{
    private readonly Lock _gate = new();
    private readonly List<(byte[] Body, DateTimeOffset SentAt)> _sent = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _sent.Count;
            }
        }
    }

    public string Add(byte[] body, DateTimeOffset now)
    {
        lock (_gate)
        {
            _sent.Add((body, now));
            return IdOf(_sent.Count);
        }
    }

    public IReadOnlyList<SandboxNotification> All()
    {
        (byte[] Body, DateTimeOffset SentAt)[] sent;
        lock (_gate)
        {
            sent = [.. _sent];
        }

        return [.. sent.Select((one, index) => Read(IdOf(index + 1), one.Body, one.SentAt))];
    }

    private static string IdOf(int number) => $"notification-{number}";

    private static SandboxNotification Read(string id, byte[] body, DateTimeOffset sentAt)
    {
        var sent = JsonSerializer.Deserialize(body, SandboxJson.Default.NotificationRequest)!;
        return new SandboxNotification(id, sent.AgentId, sent.Message, sent.Type, sent.Priority, sentAt);
    }
}

using System.Text.Json;
using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator.Notifications;

/// <summary>The notifications sent, stored as request bodies.</summary>
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

    public IReadOnlyList<SimulatorNotification> All()
    {
        (byte[] Body, DateTimeOffset SentAt)[] sent;
        lock (_gate)
        {
            sent = [.. _sent];
        }

        return [.. sent.Select((one, index) => Read(IdOf(index + 1), one.Body, one.SentAt))];
    }

    private static string IdOf(int number) => $"notification-{number}";

    private static SimulatorNotification Read(string id, byte[] body, DateTimeOffset sentAt)
    {
        var sent = JsonSerializer.Deserialize(body, SimulatorJson.Default.NotificationRequest)!;
        return new SimulatorNotification(id, sent.AgentId, sent.Message, sent.Type, sent.Priority, sentAt);
    }
}

using System.Globalization;
using CxoneAssist.Host.Cli.Sandbox.Surveys;

namespace CxoneAssist.Host.Cli.Sandbox.Webhooks;

/// <summary>
/// Sends the webhooks of all surveys, some of them more than once, and counts the answers.
/// </summary>
internal sealed class Deliveries
{
    private const int Concurrency = 32;
    private const double RepeatedShare = 0.05;
    private const int MostRepeats = 2;

    private readonly IReadOnlyList<Survey> _surveys;
    private readonly byte[] _repeats;
    private readonly DateTimeOffset[] _completedAt;
    private int _stored;
    private int _duplicates;

    public Deliveries(IReadOnlyList<Survey> surveys, int seed)
    {
        (_surveys, _repeats, _completedAt) = (surveys, new byte[surveys.Count], new DateTimeOffset[surveys.Count]);
        var random = new Random(seed);
        for (var i = 0; i < _repeats.Length; i++)
        {
            _repeats[i] = random.NextDouble() < RepeatedShare ? (byte)random.Next(1, MostRepeats + 1) : (byte)0;
        }

        Repeats = _repeats.Sum(repeats => repeats);
    }

    /// <summary>How many webhooks repeat an earlier one.</summary>
    public int Repeats { get; }

    /// <summary>How many webhooks there are, including repeats.</summary>
    public int Total => _surveys.Count + Repeats;

    /// <summary>How many were acknowledged as new.</summary>
    public int Stored => Volatile.Read(ref _stored);

    /// <summary>How many were acknowledged as duplicates.</summary>
    public int Duplicates => Volatile.Read(ref _duplicates);

    public int Acknowledged => Stored + Duplicates;

    /// <summary>The surveys, and the end of their interactions according to the webhooks.</summary>
    public IEnumerable<(Survey Survey, DateTimeOffset CompletedAt)> Played => _surveys.Zip(_completedAt);

    /// <summary>Sends all webhooks.</summary>
    public Task SendAsync(WebhookSender sender, TimeProvider time, CancellationToken cancellationToken) =>
        Parallel.ForAsync(
            0,
            _surveys.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (index, token) => await DeliverAsync(index, sender, time, token));

    private async Task DeliverAsync(
        int index, WebhookSender sender, TimeProvider time, CancellationToken cancellationToken)
    {
        _completedAt[index] = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var body = InteractionCompleted.Serialize(_surveys[index], _completedAt[index]);
        var webhookId = string.Create(CultureInfo.InvariantCulture, $"msg_{index + 1}");
        for (var sent = 0; sent <= _repeats[index]; sent++)
        {
            var known = await sender.DeliverAsync(webhookId, body, cancellationToken);
            Interlocked.Increment(ref known ? ref _duplicates : ref _stored);
        }
    }
}

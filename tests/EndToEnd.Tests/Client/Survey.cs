using System.Globalization;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>
/// A customer's answer and the task that it demands, defined independently of the code under test.
/// </summary>
internal sealed record Survey(string Score)
{
    private static readonly string[] Scores = ["1", "5", "2.9", "4", "3", "5", "3.99", "4.5", "2", "5"];

    private decimal Value => decimal.Parse(Score, CultureInfo.InvariantCulture);

    public string? Priority => Value < 3 ? "High" : Value < 4 ? "Medium" : null;

    public TimeSpan Due => TimeSpan.FromHours(Value < 3 ? 24 : 72);

    /// <summary>
    /// Webhooks of surveys with all kinds of scores, which their ids name to the simulator.
    /// </summary>
    public static IReadOnlyList<Webhook> Webhooks(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new Webhook($"i-{number}~s{Scores[number % Scores.Length]}~", $"agent-{number % 7}"))];

    public static Survey Of(string interactionId) => new(interactionId.Split('~')[1][1..]);
}

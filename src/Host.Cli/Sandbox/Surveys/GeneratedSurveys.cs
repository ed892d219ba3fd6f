using System.Globalization;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>
/// Surveys with a realistic distribution: most customers are happy, and most of the others very
/// unhappy.
/// </summary>
internal static class GeneratedSurveys
{
    private const int FewestAgents = 8;
    private const int MostAgents = 1400;
    private const int InteractionsPerAgent = 12;

    private static readonly (double Weight, string Value)[] Scores =
    [
        (69, "5"), (13, "4"), (3, "3"), (1.5, "2"), (13, "1"),

        // Some customers give no score, and a few forms hold an invalid one.
        (2, ""), (0.2, "3,5"), (0.2, "11"),
    ];

    private static readonly (double Weight, string Value)[] Channels = [(79, "Inbound"), (18, "Outcall"), (3, "Email")];

    /// <summary>Generates surveys; the same count and seed always give the same ones.</summary>
    public static IReadOnlyList<Survey> Create(int count, int seed)
    {
        var random = new Random(seed);
        var agents = Math.Clamp(count / InteractionsPerAgent, FewestAgents, MostAgents);
        var surveys = new Survey[count];
        for (var i = 0; i < count; i++)
        {
            surveys[i] = new Survey(
                InteractionId(random), AgentId(random.Next(agents)), Draw(Scores, random), Draw(Channels, random));
        }

        return surveys;
    }

    private static string InteractionId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private static string AgentId(int index) => "agent-" + (index + 1).ToString("D3", CultureInfo.InvariantCulture);

    private static string Draw((double Weight, string Value)[] values, Random random)
    {
        var mark = random.NextDouble() * values.Sum(value => value.Weight);
        foreach (var (weight, value) in values)
        {
            mark -= weight;
            if (mark < 0)
            {
                return value;
            }
        }

        return values[^1].Value;
    }
}

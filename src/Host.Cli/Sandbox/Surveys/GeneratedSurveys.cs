using System.Globalization;
using CxoneAssist.Domain;

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

    private static readonly (double Weight, Func<ScoreScale, Random, string> Score)[] Scores =
    [
        (69, (scale, random) => scale.Draw(5, random)),
        (13, (scale, random) => scale.Draw(4, random)),
        (3, (scale, random) => scale.Draw(3, random)),
        (1.5, (scale, random) => scale.Draw(2, random)),
        (13, (scale, random) => scale.Draw(1, random)),

        // Some customers give no score, and a few forms hold an invalid one.
        (2, (_, _) => ""), (0.2, (_, _) => "3,5"), (0.2, (scale, _) => scale.Outside),
    ];

    private static readonly (double Weight, string Value)[] Channels = [(79, "Inbound"), (18, "Outcall"), (3, "Email")];

    /// <summary>Generates surveys; the same count, seed and policy always give the same ones.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="policy">The policy whose question they answer.</param>
    public static IReadOnlyList<Survey> Create(int count, int seed, FollowUpPolicy policy)
    {
        var (random, scale, cases) = (new Random(seed), new ScoreScale(policy.Question), new PolicyCases(policy, count, seed));
        var agents = Math.Clamp(count / InteractionsPerAgent, FewestAgents, MostAgents);
        var surveys = new Survey[count];
        for (var i = 0; i < count; i++)
        {
            surveys[i] = cases.Fit(new Survey(
                InteractionId(random),
                AgentId(random.Next(agents)),
                Draw(Scores, random)(scale, random),
                Draw(Channels, random)));
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

    private static T Draw<T>((double Weight, T Value)[] values, Random random)
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

using BenchmarkDotNet.Attributes;
using CxoneAssist.Domain;

namespace CxoneAssist.Benchmarks;

/// <summary>From the facts to the decision with its reasons.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private FollowUpFacts _facts = null!;

    /// <summary>The answer to the question that decides.</summary>
    [Params("2", "3.5", "5", "not a number")]
    public string Score { get; set; } = "";

    /// <summary>Makes the facts.</summary>
    [GlobalSetup]
    public void SetUp() => _facts = new FollowUpFacts(
        new CompletedInteraction("interaction-1", "agent-042"), Now, new PostInteractionForm([new FormResponse("overall_satisfaction", Score)]));

    /// <summary>Decides.</summary>
    [Benchmark]
    public FollowUpDecision Decide() => FollowUpPolicy.Default.Decide(_facts, Now);
}

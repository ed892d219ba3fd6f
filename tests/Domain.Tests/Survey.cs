using System.Globalization;
using System.Text.Json;

namespace CxoneAssist.Domain.Tests;

/// <summary>An interaction with its form and the times around it, to be varied with <c>with</c>.</summary>
internal sealed record Survey
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<FormResponse> Responses { get; init; } = [];

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? UnreadSubmittedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset ReceivedAt { get; init; } = Morning;

    public DateTimeOffset DecidedAt { get; init; } = Morning;

    public FollowUpPolicy Policy { get; init; } = FollowUpPolicy.Default;

    public static Survey Scored(params string?[] scores) =>
        new() { Responses = [.. scores.Select(score => new FormResponse("overall_satisfaction", score))] };

    public static Survey Scored(decimal score) => Scored(score.ToString(CultureInfo.InvariantCulture));

    public FollowUpDecision Decide() => Policy.Decide(
        new PolicyInput(
            new CompletedInteraction("interaction-1", "agent-1") { CompletedAt = CompletedAt },
            ReceivedAt,
            new PostInteractionForm(Responses, SubmittedAt) { UnreadSubmittedAt = UnreadSubmittedAt }),
        DecidedAt);

    public DueDate DecideDue() => ((FollowUpRequired)Decide()).Due;

    public override string ToString() => JsonSerializer.Serialize(
        new { Responses, SubmittedAt, CompletedAt, ReceivedAt, DecidedAt, Policy.Tiers.All, Policy.MinimumLeadTime });
}

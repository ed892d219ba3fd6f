using System.Globalization;

namespace CxoneAssist.Domain.Tests.Samples;

/// <summary>
/// Interactions with their forms, the same ones in every run and on every machine: the generator is its own, so that no update changes it.
/// </summary>
internal sealed class GeneratedInteractions(ScoreQuestion question)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);
    private static readonly string?[] Skills = ["billing", "VIP", "private banking", "returns", null];
    private static readonly string?[] Channels = ["voice", "Chat", "email", null];
    private static readonly string?[] Languages = ["de", "en", "fr", "it", "RM", null];
    private static readonly string?[] Resolved = ["yes", "No", "nein", "", null];
    private static readonly string?[] Odd = ["", "n/a", "never", "99", null, "3,5"];

    private ulong _state = 20_261_125;

    public IEnumerable<(PolicyInput Facts, DateTimeOffset Now)> Take(int count) => Enumerable.Range(0, count).Select(One);

    private (PolicyInput Facts, DateTimeOffset Now) One(int number)
    {
        // Ten weeks with Christmas in them, to the minute.
        var submitted = Start.AddMinutes(Next(70 * 24 * 60));
        var received = submitted.AddMinutes(-Next(180));
        List<FormResponse> responses = [.. question.Fields.Where(_ => Next(20) > 0).Select(field => new FormResponse(field, Answer()))];
        responses.Add(new FormResponse("issue_resolved", Pick(Resolved)));
        responses.Add(new FormResponse("comment", Next(3) == 0 ? "It took too long." : null));
        var interaction = new CompletedInteraction(string.Create(CultureInfo.InvariantCulture, $"interaction-{number}"), "agent-1")
        {
            CustomerId = string.Create(CultureInfo.InvariantCulture, $"customer-{Next(500)}"),
            Skill = Pick(Skills),
            Channel = Pick(Channels),
            Language = Pick(Languages),
            CompletedAt = received.AddMinutes(-1),
        };
        return (new PolicyInput(interaction, received, new PostInteractionForm(responses, submitted)), submitted.AddMinutes(Next(600)));
    }

    private string? Answer()
    {
        if (Next(25) == 0)
        {
            return question.Labels.Count > 0 && Next(2) == 0
                ? question.Labels.Keys.Order(StringComparer.Ordinal).ElementAt(Next(question.Labels.Count))
                : Pick(Odd);
        }

        var halves = Next((int)((question.Max - question.Min) * 2) + 1);
        return (question.Min + (halves / 2m)).ToString(CultureInfo.InvariantCulture);
    }

    private string? Pick(string?[] values) => values[Next(values.Length)];

    private int Next(int below)
    {
        // The constants of Knuth's MMIX; the upper bits are the good ones.
        _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)((_state >> 33) % (ulong)below);
    }
}

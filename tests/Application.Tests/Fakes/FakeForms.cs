using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Fakes;

internal sealed class FakeForms(Journal journal) : IPostInteractionForms
{
    /// <summary>The answers to the next questions, before <see cref="Usual"/>.</summary>
    public Queue<Func<FormAnswer>> Next { get; } = [];

    public FormAnswer Usual { get; set; } = Scored("2");

    public static FormAnswer Scored(params string?[] scores) => new FormAnswer.Found(
        new PostInteractionForm([.. scores.Select(score => new FormResponse("overall_satisfaction", score))]));

    public static FormAnswer Submitted(DateTimeOffset at, params string?[] scores) =>
        new FormAnswer.Found(((FormAnswer.Found)Scored(scores)).Form with { SubmittedAt = at });

    /// <summary>A form that may still be filled in: a comment, and perhaps a score.</summary>
    public static FormAnswer Commented(string? score) => new FormAnswer.Found(
        new PostInteractionForm([new FormResponse("comment", "Thank you."), new FormResponse("overall_satisfaction", score)]));

    public static FormAnswer Failed(FailureKind kind, string reason = "The form cannot be read.") =>
        new FormAnswer.Failed(new CallFailure(kind, reason));

    public Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return journal.StepAsync("read form", () => Next.TryDequeue(out var next) ? next() : Usual);
    }
}

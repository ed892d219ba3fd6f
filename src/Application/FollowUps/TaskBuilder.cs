using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;

namespace CxoneAssist.Application.FollowUps;

/// <summary>The task a decision asks for, in its words, to whom it goes.</summary>
internal sealed class TaskBuilder(IFollowUpPolicies policies, TaskTexts texts, FollowUpOptions options, TimeProvider time)
{
    public FollowUpTask Build(FollowUp followUp)
    {
        var decision = followUp.Decision ?? throw new InvalidOperationException("A task is composed from a decision.");
        return new FollowUpTask
        {
            InteractionId = followUp.Interaction.InteractionId,
            Subject = texts.Subject(followUp),
            Description = texts.Description(followUp),
            DueDate = StillAhead(decision.DueDate ?? throw new InvalidOperationException("The decision asks for no task.")),
            Priority = decision.Priority ?? throw new InvalidOperationException("The decision asks for no task."),
            AssigneeId = AssigneeOf(followUp),
        };
    }

    public string AssigneeOf(FollowUp followUp) =>
        followUp.UsesFallbackAssignee && FallbackAssignee is { } fallback ? fallback : followUp.Interaction.AgentId;

    /// <summary>
    /// The assignee where CXone refuses the agent; <c>null</c> where none is configured.
    /// </summary>
    public string? FallbackAssignee => policies.InForce.FallbackAssignee ?? options.FallbackAssignee;

    /// <summary>The earliest that something decided now may be due.</summary>
    public static DateTimeOffset Notice(FollowUpPolicy policy, DateTimeOffset now) =>
        policy.MinimumLeadTime.After(now, policy.Calendar);

    // A task made long after the decision (replayed, or held) is due when its agent can still do it.
    private DateTimeOffset StillAhead(DateTimeOffset due)
    {
        var now = time.GetUtcNow();
        return due > now ? due : EarliestDue(now);
    }

    private DateTimeOffset EarliestDue(DateTimeOffset now)
    {
        var policy = policies.InForce;
        var earliest = Notice(policy, now);
        return policy.Calendar is { } calendar && !policy.MinimumLeadTime.IsBusiness ? calendar.NextOpening(earliest) : earliest;
    }
}

internal sealed class FollowUpTaskValidator : AbstractValidator<FollowUpTask>
{
    private const int LongestSubject = 500;
    private const int LongestDescription = 4000;

    public FollowUpTaskValidator(TimeProvider time)
    {
        RuleFor(task => task.InteractionId).Must(Identifier.IsValid).WithMessage("The interaction's id is not valid.");
        RuleFor(task => task.AssigneeId).Must(Identifier.IsValid).WithMessage("The assignee's id is not valid.");
        RuleFor(task => task.Subject).NotEmpty().MaximumLength(LongestSubject);
        RuleFor(task => task.Description).NotEmpty().MaximumLength(LongestDescription);
        RuleFor(task => task.Priority).IsInEnum();
        RuleFor(task => task.DueDate).Must(due => due > time.GetUtcNow()).WithMessage("The due date lies in the past.")
            .Must(due => due < DueDate.Limit(time.GetUtcNow())).WithMessage("The due date lies more than two years ahead.");
    }
}

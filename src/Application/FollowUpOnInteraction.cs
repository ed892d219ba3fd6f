using CxoneAssist.Application.Flow;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using FluentValidation;
using MediatR;

namespace CxoneAssist.Application;

/// <summary>
/// Works on a claimed follow-up until it is settled or has to wait. Answers with the state it was left in, or <c>null</c> where the lease was
/// lost and another run has it. Cancelling stops after the step in hand; what was reached is saved and handed back.
/// </summary>
/// <param name="Claim">The follow-up and the lease on it.</param>
public sealed record FollowUpOnInteraction(ClaimedFollowUp Claim) : IRequest<FollowUp?>;

internal sealed class FollowUpOnInteractionValidator : AbstractValidator<FollowUpOnInteraction>
{
    public FollowUpOnInteractionValidator()
    {
        RuleFor(command => command.Claim.FollowUp.Interaction.InteractionId).Must(Identifier.IsValid).WithMessage("The interaction's id is not valid.");
        RuleFor(command => command.Claim.FollowUp.State).Must(state => state is FollowUpState.Received or FollowUpState.Creating or FollowUpState.Created)
            .WithMessage("Only a follow-up that is received, creating or created can be worked on.");
    }
}

internal sealed class FollowUpOnInteractionHandler(
    Checkpoint checkpoint,
    Deciding deciding,
    Creating creating,
    LookingUp lookingUp,
    Notifying notifying,
    FollowUpOptions options,
    TimeProvider time,
    Random random)
    : IRequestHandler<FollowUpOnInteraction, FollowUp?>
{
    public async Task<FollowUp?> Handle(FollowUpOnInteraction request, CancellationToken cancellationToken)
    {
        var (followUp, lease) = request.Claim;
        try
        {
            var step = await TryAdvanceAsync(followUp, lease, cancellationToken).ConfigureAwait(false);
            if (step is not { Lease: { } held })
            {
                return step?.FollowUp;
            }

            var saved = await checkpoint.SaveAsync(held, step.FollowUp, keepLease: false, cancellationToken).ConfigureAwait(false);
            return saved is null ? null : step.FollowUp;
        }
        finally
        {
            checkpoint.Forget(lease);
        }
    }

    // What fails for a reason nobody foresaw would fail for ever. Once something was saved the row has moved on, and its next run takes another way.
    private async Task<Step?> TryAdvanceAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken)
    {
        try
        {
            return await AdvanceAsync(followUp, lease, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (InboxUnavailableException or OperationCanceledException) && !checkpoint.HasSaved(lease))
        {
            var failure = new CallFailure(FailureKind.Unknown, $"Unexpected {exception.GetType().Name}.");
            return new Step(DeliveryPolicy.AfterFailure(followUp, failure, options.MaxAttempts, time.GetUtcNow(), random.NextDouble()), lease);
        }
    }

    private Task<Step?> AdvanceAsync(FollowUp followUp, Lease lease, CancellationToken cancellationToken) => followUp switch
    {
        { State: FollowUpState.Received, Decision: null } => deciding.RunAsync(followUp, lease, cancellationToken),
        { State: FollowUpState.Received } => creating.RunAsync(followUp, lease, cancellationToken),
        { State: FollowUpState.Creating } => lookingUp.RunAsync(followUp, lease, cancellationToken),

        // Its reason is why the last try failed, and must not outlive it: what is done with a reason is for a person to look at.
        _ => notifying.RunAsync(followUp with { Reason = null }, lease, cancellationToken),
    };
}

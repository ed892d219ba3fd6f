using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>What a service does with follow-ups: take interactions in, look, and intervene. Registered by <c>AddCxoneAssist</c>.</summary>
/// <example>
/// <code>
/// app.MapPost("/interactions/{id}", (string id, string agent, IFollowUpOperations followUps, CancellationToken ct) =>
///     followUps.AcceptAsync(new CompletedInteraction(id, agent), ct));
/// </code>
/// </example>
public interface IFollowUpOperations
{
    /// <summary>Takes a completed interaction into the inbox. When the task is complete, the interaction is safe on disk.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="cancellationToken">Gives up waiting; the interaction may have been stored all the same.</param>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    /// <exception cref="InboxUnavailableException">It could not be stored now; trying again later is right.</exception>
    Task<ReceiveResult> AcceptAsync(CompletedInteraction interaction, CancellationToken cancellationToken = default);

    /// <summary>One follow-up; <c>null</c> where no webhook was received for the interaction.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<FollowUpDetails?> GetAsync(string interactionId, CancellationToken cancellationToken = default);

    /// <summary>A page of follow-ups, in the order of their receipt, with counts of them all.</summary>
    /// <param name="filter">Which ones; <c>null</c> for all.</param>
    /// <param name="after">Where the page begins: <see cref="FollowUpPage.Next"/> of the page before. Default <c>null</c>: the first one.</param>
    /// <param name="take">How many at most, from 1 to 500. Default 50.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<FollowUpPage> ListAsync(FollowUpFilter? filter = null, PagePosition? after = null, int take = 50, CancellationToken cancellationToken = default);

    /// <summary>Works on a follow-up again: one that is parked, waits, was discarded, or ended without a form or unanswered.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="note">Why, from 1 to 1,000 characters; it is kept.</param>
    /// <param name="actor">Who does it, at most 200 characters; it is kept. Default <c>null</c>: not known.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">The id or the note is not valid.</exception>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<OperatorActionResult> ReplayAsync(string interactionId, string note, string? actor = null, CancellationToken cancellationToken = default);

    /// <summary>States that the task exists in CXone. The agent is notified, and no other task is created.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="taskId">The task's id in CXone, from 1 to 200 characters without control characters.</param>
    /// <param name="note">Why, from 1 to 1,000 characters; it is kept.</param>
    /// <param name="actor">Who does it, at most 200 characters; it is kept. Default <c>null</c>: not known.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">An id or the note is not valid.</exception>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<OperatorActionResult> ConfirmAsync(string interactionId, string taskId, string note, string? actor = null, CancellationToken cancellationToken = default);

    /// <summary>Ends a follow-up without a task, or without the notification where the task exists.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="note">Why, from 1 to 1,000 characters; it is kept.</param>
    /// <param name="actor">Who does it, at most 200 characters; it is kept. Default <c>null</c>: not known.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">The id or the note is not valid.</exception>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<OperatorActionResult> DiscardAsync(string interactionId, string note, string? actor = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes the contents of a customer's follow-ups that have ended, as retention does when their time is over. Their keys
    /// stay, so that a repeated webhook is a duplicate.
    /// </summary>
    /// <param name="customer">The customer's id, as the webhooks named it.</param>
    /// <param name="note">Why, from 1 to 1,000 characters; it is kept, so it must not name the customer.</param>
    /// <param name="actor">Who does it, at most 200 characters; it is kept. Default <c>null</c>: not known.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">The customer or the note is not valid.</exception>
    /// <exception cref="InboxUnavailableException">The inbox cannot be reached now.</exception>
    Task<ForgetCustomerResult> ForgetCustomerAsync(string customer, string note, string? actor = null, CancellationToken cancellationToken = default);
}

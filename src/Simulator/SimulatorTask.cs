namespace CxoneAssist.Simulator;

/// <summary>A task that exists, whether or not its creator received an answer.</summary>
/// <param name="Id">For example <c>task-1</c>, counted in the order of creation.</param>
/// <param name="InteractionId">
/// The value of the custom field <c>interaction_id_link</c>, else of the first custom field; null
/// without any.
/// </param>
/// <param name="Subject">As sent.</param>
/// <param name="Description">As sent.</param>
/// <param name="Priority">As sent.</param>
/// <param name="DueDate">As sent, to the letter.</param>
/// <param name="AssigneeId">As sent.</param>
/// <param name="CustomFields">As sent, in order.</param>
/// <param name="IdempotencyKey">The header of that name; null without one.</param>
/// <param name="CreatedAt">The time of creation.</param>
public sealed record SimulatorTask(
    string Id,
    string? InteractionId,
    string? Subject,
    string? Description,
    string? Priority,
    string? DueDate,
    string? AssigneeId,
    IReadOnlyList<SimulatorCustomField> CustomFields,
    string? IdempotencyKey,
    DateTimeOffset CreatedAt);

namespace CxoneAssist.Domain;

/// <summary>Everything a policy decides by, beside the time.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="ReceivedAt">When the webhook for it was received.</param>
/// <param name="Form">The customer's form.</param>
public sealed record FollowUpFacts(CompletedInteraction Interaction, DateTimeOffset ReceivedAt, PostInteractionForm Form);

namespace CxoneAssist.Domain;

/// <summary>Everything a policy decides by, in addition to the time of the decision.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="ReceivedAt">When the webhook for it was received.</param>
/// <param name="Form">The customer's form.</param>
public sealed record PolicyInput(CompletedInteraction Interaction, DateTimeOffset ReceivedAt, PostInteractionForm Form);

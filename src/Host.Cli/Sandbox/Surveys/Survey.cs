namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>A customer's survey after an interaction, as it is sent to the host.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="AgentId">The agent who handled it.</param>
/// <param name="Score">The literal answer; empty where the customer gave none.</param>
/// <param name="Channel">The channel; empty where it is not known.</param>
internal sealed record Survey(string InteractionId, string AgentId, string Score, string Channel);

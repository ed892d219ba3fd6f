namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>What a customer answered after an interaction, as it is played to the host.</summary>
/// <param name="InteractionId">The interaction.</param>
/// <param name="AgentId">Who handled it.</param>
/// <param name="Score">The answer, to the letter; empty where the customer gave none.</param>
/// <param name="Channel">The channel; empty where it is not known.</param>
internal sealed record Survey(string InteractionId, string AgentId, string Score, string Channel);

using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>A past survey as the input of a policy.</summary>
/// <param name="Line">The line where it begins.</param>
/// <param name="Score">The literal answer to the first score question.</param>
/// <param name="Facts">The facts of the interaction.</param>
/// <param name="DecidedAt">The time of the decision.</param>
internal readonly record struct PastSurvey(long Line, string? Score, PolicyInput Facts, DateTimeOffset DecidedAt);

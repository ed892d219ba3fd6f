using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>A survey of the past, as a policy would have met it.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Score">The answer to the first score question, to the letter.</param>
/// <param name="Facts">What was known.</param>
/// <param name="DecidedAt">When it would have been decided.</param>
internal readonly record struct PastSurvey(long Line, string? Score, PolicyInput Facts, DateTimeOffset DecidedAt);

namespace CxoneAssist.Application;

/// <summary>That a webhook came again and changed nothing.</summary>
/// <param name="Times">How often.</param>
/// <param name="LastAt">When it was received last, in UTC.</param>
public sealed record WebhookRepetitions(long Times, DateTimeOffset LastAt);

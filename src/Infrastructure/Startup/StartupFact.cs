namespace CxoneAssist.Infrastructure.Startup;

/// <summary>Something a part of the product adds to the line that says, at the start, what runs: a sentence.</summary>
internal sealed record StartupFact(string Text);

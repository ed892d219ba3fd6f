namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>Draws the middle every time: a retry's delay is then as long as it is written, and a pause a quarter of a second longer.</summary>
internal sealed class SameJitter : Random
{
    public static readonly TimeSpan OnTopOfAPause = TimeSpan.FromMilliseconds(250);

    public override double NextDouble() => 0.5;
}

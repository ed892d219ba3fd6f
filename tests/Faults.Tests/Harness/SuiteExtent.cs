namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>How much is run: the bounded version next to all other tests, or the full one (<c>CXONEASSIST_FAULTS=full</c>), alone.</summary>
internal static class SuiteExtent
{
    public static readonly bool Full =
        string.Equals(Environment.GetEnvironmentVariable("CXONEASSIST_FAULTS"), "full", StringComparison.OrdinalIgnoreCase);

    public static T Of<T>(T bounded, T full) => Full ? full : bounded;
}

/// <summary>
/// Marks scenarios that measure how long something takes: in the full version nothing runs next to
/// them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TimedAttribute() : ParallelizableAttribute(SuiteExtent.Full ? ParallelScope.None : ParallelScope.Self);

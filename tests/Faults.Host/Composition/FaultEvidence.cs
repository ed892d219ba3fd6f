namespace CxoneAssist.Faults.Host.Composition;

/// <summary>
/// Records that a fault really happened, for the tests. Flushed at once: the process may die the
/// next moment.
/// </summary>
internal static class FaultEvidence
{
    public static void Say(string what) => Console.Error.WriteLine("FAULT " + what);
}

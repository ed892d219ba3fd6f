namespace CxoneAssist.Faults.Host.Composition;

/// <summary>What tells the tests that a fault really happened. Written through at once: the process may be dead the next moment.</summary>
internal static class FaultEvidence
{
    public static void Say(string what) => Console.Error.WriteLine("FAULT " + what);
}

namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>The result of a scenario: the first figures are the same for all of them.</summary>
/// <param name="Acked">Interactions acknowledged with 200.</param>
/// <param name="Lost">
/// Those that the inbox does not have, or that demand a task and have none.
/// </param>
/// <param name="Dup">
/// Tasks beyond the first of an interaction that are not marked as possible duplicates.
/// </param>
/// <param name="Marked">Tasks beyond the first that are marked.</param>
/// <param name="Unconfirmed">Creations left for a person to confirm.</param>
/// <param name="Parked">Follow-ups left for a person to look at.</param>
/// <param name="Wrong">
/// Tasks that no interaction demands, or with another priority than demanded.
/// </param>
/// <param name="Renotified">Notifications beyond the first of a task.</param>
internal sealed record Figures(int Acked, int Lost, int Dup, int Marked, int Unconfirmed, int Parked, int Wrong, int Renotified)
{
    /// <summary>The figures of a scenario without any fault.</summary>
    public static Figures Clean(int acked) => new(acked, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Whether a promise is broken.</summary>
    public bool Violated => Lost + Dup + Wrong + Renotified > 0;

    public override string ToString() =>
        $"acked={Acked} lost={Lost} dup={Dup} unconfirmed={Unconfirmed} marked={Marked} parked={Parked} wrong={Wrong} renotified={Renotified}";
}

namespace CxoneAssist.Simulator.Forms;

/// <summary>A form, and the condition before it is returned.</summary>
internal sealed record StoredForm(byte[] Json, int NotBeforeCalls = 0, DateTimeOffset NotBefore = default)
{
    private int _asks;

    public bool Ask(DateTimeOffset now) =>
        now >= NotBefore && (NotBeforeCalls == 0 || Interlocked.Increment(ref _asks) > NotBeforeCalls);
}

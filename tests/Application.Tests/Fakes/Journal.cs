namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>What happens to the process at a step.</summary>
internal enum Fault
{
    DiesBefore,
    DiesAfter,
    PausesBefore,
    PausesAfter,
}

/// <summary>The process is dead: its later actions have no effect.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>
/// Every checkpoint and call of the flow in order, and what happens to the process there.
/// </summary>
internal sealed class Journal
{
    private readonly Dictionary<int, Fault> _faults = [];
    private bool _dead;
    private bool _elsewhere;

    public List<string> Steps { get; } = [];

    public int FaultsMet { get; private set; }

    /// <summary>What other hosts do while this one is stopped.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public Action<string> Happened { get; set; } = _ => { };

    public void InjectAt(int step, Fault fate) => _faults[step] = fate;

    public void Revive() => _dead = false;

    public async Task<T> StepAsync<T>(string what, Func<T> effect)
    {
        if (_dead)
        {
            throw new ProcessDiedException();
        }

        var fate = _elsewhere ? null : TakeFault(Steps.Count);
        Steps.Add(what);
        await ApplyAsync(fate, Fault.DiesBefore, Fault.PausesBefore);
        var result = effect();
        Happened(what);
        await ApplyAsync(fate, Fault.DiesAfter, Fault.PausesAfter);
        return result;
    }

    private Fault? TakeFault(int step)
    {
        if (!_faults.Remove(step, out var fate))
        {
            return null;
        }

        FaultsMet++;
        return fate;
    }

    private async Task ApplyAsync(Fault? fate, Fault death, Fault pause)
    {
        if (fate == death)
        {
            _dead = true;
            throw new ProcessDiedException();
        }

        if (fate == pause)
        {
            _elsewhere = true;
            await Meanwhile();
            _elsewhere = false;
        }
    }
}

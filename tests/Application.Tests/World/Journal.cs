namespace CxoneAssist.Application.Tests.World;

/// <summary>What befalls the process at a step.</summary>
internal enum Fate
{
    DiesBefore,
    DiesAfter,
    PausesBefore,
    PausesAfter,
}

/// <summary>The process is dead: nothing it still tries to do happens.</summary>
internal sealed class ProcessDiedException : Exception;

/// <summary>Every checkpoint and call of the flow, in the order they happened, and what befalls the process there.</summary>
internal sealed class Journal
{
    private readonly Dictionary<int, Fate> _fates = [];
    private bool _dead;
    private bool _elsewhere;

    public List<string> Steps { get; } = [];

    public int FatesMet { get; private set; }

    /// <summary>What other hosts do while this one is stopped.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public Action<string> Happened { get; set; } = _ => { };

    public void Ordain(int step, Fate fate) => _fates[step] = fate;

    public void Revive() => _dead = false;

    public async Task<T> StepAsync<T>(string what, Func<T> effect)
    {
        if (_dead)
        {
            throw new ProcessDiedException();
        }

        var fate = _elsewhere ? null : Meet(Steps.Count);
        Steps.Add(what);
        await SufferAsync(fate, Fate.DiesBefore, Fate.PausesBefore);
        var result = effect();
        Happened(what);
        await SufferAsync(fate, Fate.DiesAfter, Fate.PausesAfter);
        return result;
    }

    private Fate? Meet(int step)
    {
        if (!_fates.Remove(step, out var fate))
        {
            return null;
        }

        FatesMet++;
        return fate;
    }

    private async Task SufferAsync(Fate? fate, Fate death, Fate pause)
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

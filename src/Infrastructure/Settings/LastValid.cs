using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>
/// A value that follows its source while the service runs. A source that is not usable leaves the
/// last valid value in force; why is reported once, until the reason changes or the source is usable.
/// </summary>
/// <param name="started">The value that the start has checked.</param>
/// <param name="read">
/// Reads the source; its argument is the value in force. Throws an
/// <see cref="OptionsValidationException"/> that says why the source is not usable.
/// </param>
/// <param name="areSame">Whether two values mean the same: then there is no change to report.</param>
internal sealed class LastValid<T>(T started, Func<T, T> read, Func<T, T, bool> areSame)
    where T : class
{
    private readonly Lock _gate = new();
    private volatile T _current = started;
    private volatile string? _error;
    private bool _wasRefused;

    /// <summary>The value in force.</summary>
    public T Current => _current;

    /// <summary>Why the source was not usable when it was read last; <c>null</c> where it was.</summary>
    public string? Error => _error;

    public Action<T>? OnChanged { get; init; }

    public Action<string>? OnRefused { get; init; }

    /// <summary>Called where the source is usable again and holds the value in force.</summary>
    public Action<T>? OnUsableAgain { get; init; }

    /// <summary>Refreshes now and at every change of the source.</summary>
    public IDisposable Follow(Func<IChangeToken> changes)
    {
        var watch = ChangeToken.OnChange(changes, Refresh);

        // What changed between the check at the start and the watch would wait for the next change.
        Refresh();
        return watch;
    }

    /// <summary>Reads the source and takes its value if it is usable. Never throws.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            if (TryRead() is not { } value)
            {
                return;
            }

            // A check may have found the source usable meanwhile; it reports nothing, since it takes nothing.
            var wasRefused = _wasRefused;
            _wasRefused = false;
            if (!areSame(value, _current))
            {
                _current = value;
                Report(OnChanged, value);
            }
            else if (wasRefused)
            {
                Report(OnUsableAgain, value);
            }
        }
    }

    /// <summary>Reads the source and takes nothing. Never throws.</summary>
    /// <returns>Why the source is not usable; <c>null</c> where it is.</returns>
    public string? Check()
    {
        lock (_gate)
        {
            TryRead();
            return _error;
        }
    }

    private T? TryRead()
    {
        try
        {
            var value = read(_current);
            _error = null;
            return value;
        }
        catch (OptionsValidationException invalid)
        {
            Refuse(string.Join(' ', invalid.Failures));
        }
#pragma warning disable CA1031 // Whatever cannot be read or bound, the last valid value stays.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // The message could hold a secret.
            Refuse($"They cannot be read ({error.GetType().Name}).");
        }

        return null;
    }

    private void Refuse(string finding)
    {
        _wasRefused = true;
        if (finding != _error)
        {
            _error = finding;
            Report(OnRefused, finding);
        }
    }

    private static void Report<TReport>(Action<TReport>? report, TReport what)
    {
        try
        {
            report?.Invoke(what);
        }
#pragma warning disable CA1031 // A logger that throws must not reach the configuration's reload, nor the value in force.
        catch (Exception)
#pragma warning restore CA1031
        {
            // There is no other place to report it.
        }
    }
}

using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Calls a port so that whatever it throws becomes a failure of this one follow-up: its state must be saved, and its attempts counted, or an
/// unforeseen exception could repeat a call or hold a row for ever.
/// </summary>
internal static class Guarded
{
    /// <summary>Ports are cancelled only before a call goes out, so a cancelled one was not executed.</summary>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, Func<CallFailure, T> failed, TimeProvider time)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return failed(new CallFailure(FailureKind.Unavailable, "Stopped before the call was made.", time.GetUtcNow()));
        }
#pragma warning disable CA1031 // See the type's remark: every exception has to end in a saved state.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return failed(new CallFailure(FailureKind.Unknown, $"Unexpected {exception.GetType().Name}."));
        }
    }
}

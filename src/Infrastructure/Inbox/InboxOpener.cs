using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// Opens the inbox before webhooks are served and work is claimed, and waits a while for a database
/// that is away: it may have been started together with this program. Closing it is the container's
/// last act.
/// </summary>
internal sealed partial class InboxOpener(
    IOpenedInbox inbox, TimeProvider time, SettingWords words, ILogger<InboxOpener> logger) : IHostedService
{
    // After that the operator who started this program has to know, and start it again.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var waited = false;
        while (!await TryOpenAsync(start, waited, cancellationToken))
        {
            waited = true;
            await Task.Delay(Pause, time, cancellationToken);
        }

        if (waited)
        {
            Log.Opened(logger, time.GetElapsedTime(start).TotalSeconds);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> TryOpenAsync(long start, bool waited, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.OpenAsync(cancellationToken);
            return true;
        }
        catch (InboxStartException away) when (away.MayPass && time.GetElapsedTime(start) < Patience)
        {
            if (!waited)
            {
                Log.Waiting(logger, Patience.TotalSeconds, words.Render(away.Message));
            }

            return false;
        }
        catch (InboxStartException refused) when (words.Render(refused.Message) != refused.Message)
        {
            throw new InboxStartException(words.Render(refused.Message), refused) { MayPass = refused.MayPass };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Not started yet, waiting up to {Seconds} s for the inbox's database. {Reason}")]
        public static partial void Waiting(ILogger logger, double seconds, string reason);

        [LoggerMessage(2, LogLevel.Information, "The inbox's database is there, after {Seconds:F0} s.")]
        public static partial void Opened(ILogger logger, double seconds);
    }
}

/// <summary>An inbox that has to be opened before it is used.</summary>
internal interface IOpenedInbox
{
    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Where it is kept; <c>null</c> while it is not open.</summary>
    InboxStorage? Location { get; }
}

/// <summary>Where an inbox is kept.</summary>
/// <param name="Text">The file's full path, or the database's server and name; never a password.</param>
/// <param name="IsNew">Whether it was made when it was opened.</param>
internal sealed record InboxStorage(string Text, bool IsNew);

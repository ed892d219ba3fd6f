using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone.Availability;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

/// <summary>
/// Asks for a token at the start, until there is one: a wrong address or secret is reported at once, and not when the first
/// customer is unhappy. Does nothing where the service brought ports of its own in place of all three: then there need be
/// no settings to make a connection from.
/// </summary>
internal sealed class TokenAtStart(
    IServiceProvider services,
    CxoneAvailability availability,
    IPostInteractionForms forms,
    IWorkflowTasks tasks,
    IAgentNotifications notifications,
    TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isNeeded = forms is ICallsCxone || tasks is ICallsCxone || notifications is ICallsCxone;
        try
        {
            for (var wait = ShortestWait; isNeeded && !await AskAsync(stoppingToken); wait *= 2)
            {
                await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private async Task<bool> AskAsync(CancellationToken stopping)
    {
        switch (await services.GetRequiredService<TokenCache>().GetAsync(stopping))
        {
            case TokenAnswer.Granted:
                availability.TokenGranted();
                return true;
            case TokenAnswer.Failed { Cause: not NoTokenCause.RateLimit } failed:
                availability.NoToken(failed);
                return false;
            default:
                return false;
        }
    }
}

using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>Says at the start whether the service acts, and by which policy: both have defaults that somebody may not have meant.</summary>
internal sealed partial class ModeAtStart(FollowUpOptions options, IFollowUpPolicies policies, ILogger<ModeAtStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var (policy, what) = (policies.InForce, options.Mode == FollowUpMode.Live
            ? "tasks are created and agents notified"
            : "decisions are recorded, no task is created and nobody notified");
        Log.Started(logger, options.Mode, what, policy.Name, policy.ShortHash);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Mode {Mode}: {What}. Policy '{Name}', version {Version}, is in force.")]
        public static partial void Started(ILogger logger, FollowUpMode mode, string what, string name, string version);
    }
}

using CxoneAssist.Host.Web.Startup;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CxoneAssist.Host.Web.FollowUps;

/// <summary>
/// The operators' key, which follows the configuration while the host runs. One that is not usable, or none, leaves the one before in force;
/// switching <c>/follow-ups</c> on or off takes a restart.
/// </summary>
internal sealed partial class OperatorKey : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly ILogger<OperatorKey> _logger;
    private readonly IDisposable _watch;
    private volatile string? _current;

    public OperatorKey(IOptions<OperatorOptions> started, IConfiguration configuration, ILogger<OperatorKey> logger)
    {
        (_configuration, _logger, _current) = (configuration, logger, started.Value.Key);
        _watch = ChangeToken.OnChange(configuration.GetReloadToken, Reload);
        Reload();
    }

    public string? Current => _current;

    public void Dispose() => _watch.Dispose();

    private void Reload()
    {
        var key = _configuration[Settings.OperatorKey];
        if (key == _current || string.IsNullOrEmpty(_current))
        {
            return;
        }

        if (string.IsNullOrEmpty(key) || OperatorOptionsValidator.IsTooShort(key))
        {
            Log.Refused(_logger);
            return;
        }

        _current = key;
        Log.Changed(_logger);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The operator key was changed.")]
        public static partial void Changed(ILogger logger);

        [LoggerMessage(2, LogLevel.Error, "The operator key that is configured now is missing or too short: the one before stays in force.")]
        public static partial void Refused(ILogger logger);
    }
}

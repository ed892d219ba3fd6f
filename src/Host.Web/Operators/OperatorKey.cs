using CxoneAssist.AspNetCore.Health;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>
/// The operators' key, which follows the configuration while the host runs. A missing or unusable
/// key leaves the previous one in force; switching <c>/follow-ups</c> on or off needs a restart.
/// </summary>
internal sealed partial class OperatorKey : IReadinessRemark, IDisposable
{
    private readonly LastValid<string> _key;
    private readonly IDisposable _watch;

    public OperatorKey(IOptions<OperatorOptions> started, IConfiguration configuration, ILogger<OperatorKey> logger)
    {
        _key = new(started.Value.Key ?? "", inForce => Read(configuration, inForce), string.Equals)
        {
            OnChanged = _ => Log.Changed(logger),
            OnRefused = _ => Log.Refused(logger),
        };
        _watch = _key.Follow(configuration.GetReloadToken);
    }

    string? IReadinessRemark.Text => _key.Error is null
        ? null
        : $"The operator key configured now ({Settings.OperatorKey}, CXONE_OPERATOR_KEY) is missing or too short; the previous one stays in force.";

    /// <summary>The key; empty where <c>/follow-ups</c> is off.</summary>
    public string Current => _key.Current;

    public void Dispose() => _watch.Dispose();

    private static string Read(IConfiguration configuration, string inForce)
    {
        var key = configuration[Settings.OperatorKey];
        if (key == inForce || inForce.Length == 0)
        {
            return inForce;
        }

        if (string.IsNullOrEmpty(key) || OperatorOptionsValidator.IsTooShort(key))
        {
            throw new OptionsValidationException(
                Settings.OperatorKey, typeof(OperatorOptions), ["It is missing or too short."]);
        }

        return key;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The operator key was changed.")]
        public static partial void Changed(ILogger logger);

        [LoggerMessage(2, LogLevel.Error,
            "The configured operator key is missing or too short; the previous one stays in force.")]
        public static partial void Refused(ILogger logger);
    }
}

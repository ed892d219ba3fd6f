using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// The keys that signatures are checked with. They follow the configuration while the service runs,
/// so that a secret is rotated without a restart. An unusable or empty set leaves the previous one
/// in force: a configuration error must neither refuse every webhook nor accept any.
/// </summary>
internal sealed partial class WebhookKeys : IDisposable
{
    private readonly LastValid<byte[][]> _keys;
    private readonly IDisposable _watch;

    public WebhookKeys(
        IOptions<WebhookOptions> started,
        IOptionsFactory<WebhookOptions> settings,
        WatchedConfiguration configuration,
        ILogger<WebhookKeys> logger)
    {
        var base64Only = SignatureScheme.IsStandard(started.Value.Scheme);
        _keys = new(
            Read(started.Value, base64Only, inForce: []),
            inForce => Read(settings.Create(Options.DefaultName), base64Only, inForce),
            AreSame)
        {
            OnChanged = keys => Log.Rotated(logger, keys.Length),
            OnRefused = finding => Log.Refused(logger, finding),
        };
        _watch = _keys.Follow(configuration.Configuration.GetReloadToken);
    }

    /// <summary>The keys in force; none where unsigned webhooks are accepted.</summary>
    public byte[][] Current => _keys.Current;

    /// <summary>
    /// Why the configured secrets are not usable; <c>null</c> where they are in force.
    /// </summary>
    public string? Error => _keys.Error;

    public void Dispose() => _watch.Dispose();

    private static byte[][] Read(WebhookOptions options, bool base64Only, byte[][] inForce)
    {
        byte[][] keys = [.. options.Secrets.Select(secret => Read(secret, base64Only))];
        return keys.Length == 0 && inForce.Length > 0
            ? throw Refused("All were removed; signatures are checked until the next start.")
            : keys;
    }

    private static byte[] Read(string secret, bool base64Only) =>
        WebhookSecret.Read(secret, base64Only, out var key) is { } finding
            ? throw Refused($"A webhook secret {finding}")
            : key;

    private static OptionsValidationException Refused(string finding) =>
        new(nameof(WebhookOptions.Secrets), typeof(WebhookOptions), [finding]);

    private static bool AreSame(byte[][] some, byte[][] others) => some.Length == others.Length
        && some.Zip(others).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The webhook secrets were changed: {Count} in force.")]
        public static partial void Rotated(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error,
            "The webhook secrets that are configured now are not usable; the previous ones stay in force: {Finding}")]
        public static partial void Refused(ILogger logger, string finding);
    }
}

/// <summary>The configuration that webhook settings are read from.</summary>
internal sealed record WatchedConfiguration(IConfiguration Configuration);

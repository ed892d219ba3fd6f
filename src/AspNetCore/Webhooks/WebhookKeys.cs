using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// The keys that signatures are checked with. They follow the configuration while the service runs,
/// so that a secret is rotated without a restart. A set that is not usable, or empty, leaves the
/// previous one in force: a slip must neither refuse every webhook nor accept any.
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

    /// <summary>What is wrong with the secrets that are configured now, in a sentence; <c>null</c> where they are in force.</summary>
    public string? Trouble => _keys.Trouble;

    public void Dispose() => _watch.Dispose();

    private static byte[][] Read(WebhookOptions options, bool base64Only, byte[][] inForce)
    {
        byte[][] keys = [.. options.Secrets.Select(secret => Read(secret, base64Only))];
        return keys.Length == 0 && inForce.Length > 0
            ? throw Refused("There is none any more, and signatures are checked until the next start.")
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

        [LoggerMessage(2, LogLevel.Error, "The webhook secrets that are configured now are not usable, those before stay in force: {Finding}")]
        public static partial void Refused(ILogger logger, string finding);
    }
}

/// <summary>The configuration that webhook settings are read from.</summary>
internal sealed record WatchedConfiguration(IConfiguration Configuration);

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// The keys that signatures are checked with. They follow the configuration while the service runs, so that a secret is rotated without a
/// restart; a set that is not usable, or empty, leaves the one before in force: a slip must neither refuse every webhook nor accept any.
/// </summary>
internal sealed partial class WebhookKeys : IDisposable
{
    private readonly IOptionsFactory<WebhookOptions> _settings;
    private readonly ILogger<WebhookKeys> _logger;
    private readonly bool _base64Only;
    private readonly Lock _gate = new();
    private readonly IDisposable _watch;
    private volatile byte[][] _current;
    private volatile string? _trouble;

    public WebhookKeys(
        IOptions<WebhookOptions> started, IOptionsFactory<WebhookOptions> settings, WatchedConfiguration configuration, ILogger<WebhookKeys> logger)
    {
        (_settings, _logger) = (settings, logger);
        _base64Only = SignatureScheme.IsStandard(started.Value.Scheme);
        _current = Read(started.Value);
        _watch = ChangeToken.OnChange(configuration.Configuration.GetReloadToken, Reload);

        // What changed between the check at the start and the watch would wait for the next change.
        Reload();
    }

    /// <summary>The keys in force; none where unsigned webhooks are accepted.</summary>
    public byte[][] Current => _current;

    /// <summary>What is wrong with the secrets that are configured now, in a sentence; <c>null</c> where they are in force.</summary>
    public string? Trouble => _trouble;

    public void Dispose() => _watch.Dispose();

    // Whoever changed the configuration is not to be thrown at: the other settings that came with it have their own readers.
    private void Reload()
    {
        lock (_gate)
        {
            try
            {
                Take(Read(_settings.Create(Options.DefaultName)));
            }
            catch (OptionsValidationException invalid)
            {
                Refuse(string.Join(' ', invalid.Failures));
            }
#pragma warning disable CA1031 // A value that cannot be bound, a file that cannot be read: whatever it is, the keys before it stay.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Refuse(error is ArgumentException ? error.Message : $"They cannot be read ({error.GetType().Name}).");
            }
        }
    }

    private void Take(byte[][] keys)
    {
        if (keys.Length == 0 && _current.Length > 0)
        {
            Refuse("There is none any more, and signatures are checked until the next start.");
            return;
        }

        _trouble = null;
        if (!keys.SequenceEqual(_current, SameBytes.Instance))
        {
            _current = keys;
            Log.Rotated(_logger, keys.Length);
        }
    }

    private void Refuse(string finding)
    {
        if (_trouble != finding)
        {
            _trouble = finding;
            Log.Refused(_logger, finding);
        }
    }

    private byte[][] Read(WebhookOptions options) => [.. options.Secrets.Select(Read)];

    private byte[] Read(string secret) =>
        WebhookSecret.Read(secret, _base64Only, out var key) is { } finding ? throw new ArgumentException($"A webhook secret {finding}") : key;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The webhook secrets were changed: {Count} in force.")]
        public static partial void Rotated(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "The webhook secrets that are configured now are not usable, those before stay in force: {Finding}")]
        public static partial void Refused(ILogger logger, string finding);
    }

    private sealed class SameBytes : IEqualityComparer<byte[]>
    {
        public static readonly SameBytes Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }
}

/// <summary>The configuration that webhook settings are read from.</summary>
internal sealed record WatchedConfiguration(IConfiguration Configuration);

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Tokens;

/// <summary>
/// The client's id and secret. They follow the configuration while the service runs: the next token
/// is requested with the ones configured then. Settings that are not usable leave the previous ones
/// in force.
/// </summary>
internal sealed partial class ClientCredentials(
    IOptions<CxoneOptions> started, IOptionsFactory<CxoneOptions> settings, ILogger<ClientCredentials> logger)
{
    private readonly Lock _gate = new();
    private volatile CxoneOptions _inForce = started.Value;
    private string? _trouble;

    /// <summary>The secret used last, which must not appear in any text.</summary>
    public string Secret => _inForce.ClientSecret!;

    /// <summary>
    /// What is wrong with the settings configured now, even if no token was needed since; <c>null</c>
    /// where they are usable.
    /// </summary>
    public string? Trouble() => Read().Trouble;

    public (string Id, string Secret) Now()
    {
        if (Read().Settings is { } now)
        {
            Take(now);
        }

        var inForce = _inForce;
        return (inForce.ClientId!, inForce.ClientSecret!);
    }

    private (CxoneOptions? Settings, string? Trouble) Read()
    {
        try
        {
            var now = settings.Create(Options.DefaultName);
            Note(null);
            return (now, null);
        }
        catch (OptionsValidationException invalid)
        {
            return (null, Note(string.Join(' ', invalid.Failures)));
        }
#pragma warning disable CA1031 // Whatever cannot be read or bound, tokens can be fetched with the previous settings.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return (null, Note($"They cannot be read ({error.GetType().Name})."));
        }
    }

    private void Take(CxoneOptions now)
    {
        var before = _inForce;
        _inForce = now;
        if (now.ClientSecret != before.ClientSecret || now.ClientId != before.ClientId)
        {
            Log.Changed(logger);
        }
    }

    private string? Note(string? finding)
    {
        lock (_gate)
        {
            if (finding is not null && finding != _trouble)
            {
                Log.Refused(logger, finding);
            }

            return _trouble = finding;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "The CXone client's id or secret was changed: tokens are requested with the new one.")]
        public static partial void Changed(ILogger logger);

        [LoggerMessage(
            2,
            LogLevel.Error,
            "The settings for CXone configured now are not usable; "
            + "the client's previous id and secret stay in force: {Finding}")]
        public static partial void Refused(ILogger logger, string finding);
    }
}

using CxoneAssist.Infrastructure.Settings;
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
    private readonly LastValid<CxoneOptions> _settings = new(
        started.Value, _ => settings.Create(Options.DefaultName), IsSameClient)
    {
        OnChanged = _ => Log.Changed(logger),
        OnRefused = finding => Log.Refused(logger, finding),
    };

    /// <summary>The secret used last, which must not appear in any text.</summary>
    public string Secret => _settings.Current.ClientSecret!;

    /// <summary>
    /// What is wrong with the settings configured now, even if no token was needed since; <c>null</c>
    /// where they are usable. Takes nothing: an answer under way may still hold <see cref="Secret"/>.
    /// </summary>
    public string? FindError() => _settings.Check();

    public (string Id, string Secret) Now()
    {
        _settings.Refresh();
        var inForce = _settings.Current;
        return (inForce.ClientId!, inForce.ClientSecret!);
    }

    private static bool IsSameClient(CxoneOptions one, CxoneOptions other) =>
        one.ClientId == other.ClientId && one.ClientSecret == other.ClientSecret;

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

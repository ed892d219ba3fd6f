using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Policies;

/// <summary>
/// The policies in force: the embedding service's own, else the configured file's, else the default. Files are read again every second:
/// notifications of the file system miss what happens behind links and on network drives.
/// </summary>
internal sealed class FollowUpPolicies : IFollowUpPolicies, IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _looking = new();
    private readonly FollowUpPolicy _fixed;
    private readonly WatchedPolicy? _file;
    private readonly WatchedPolicy? _shadow;
    private readonly ITimer? _timer;

    /// <exception cref="OptionsValidationException">A file is refused.</exception>
    public FollowUpPolicies(
        IOptions<PolicyOptions> options, IOptions<InboxOptions> inbox, TimeProvider time, ILogger<FollowUpPolicies> logger, SettingWords words,
        FollowUpPolicy? own = null)
    {
        var retention = inbox.Value.Retention;
        _fixed = own ?? FollowUpPolicy.Default;
        if (own is not null)
        {
            TextsNotNormalised.Warn(logger, own);
        }

        _file = Watch(nameof(PolicyOptions.File), options.Value.File);
        _shadow = Watch(nameof(PolicyOptions.Shadow), options.Value.Shadow);
        _timer = _file is null && _shadow is null ? null : time.CreateTimer(_ => Look(), null, Interval, Interval);

        WatchedPolicy? Watch(string key, string? file) =>
            file is null ? null : new WatchedPolicy(words.RenderBriefly($"{PolicyOptions.Section}:{key}"), file, retention, logger);
    }

    public FollowUpPolicy InForce => _file?.Current ?? _fixed;

    public FollowUpPolicy? Shadow => _shadow?.Current;

    public IReadOnlyList<string> ReloadErrors => [.. new[] { _file?.Error, _shadow?.Error }.OfType<string>()];

    public void Dispose() => _timer?.Dispose();

    // A disk that hangs must not collect threads.
    private void Look()
    {
        if (!_looking.TryEnter())
        {
            return;
        }

        try
        {
            _file?.Look();
            _shadow?.Look();
        }
        finally
        {
            _looking.Exit();
        }
    }
}

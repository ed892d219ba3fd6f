using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Policies;

/// <summary>
/// A policy that follows its file. A new content is looked at once it was seen twice, so that one being written is left alone; one that is
/// refused leaves the policy before it in force.
/// </summary>
internal sealed partial class WatchedPolicy
{
    private const int MostFindings = 3;

    private readonly string _setting;
    private readonly string _path;
    private readonly TimeSpan _retention;
    private readonly LastValid<FollowUpPolicy> _policy;
    private PolicyContent _seen;
    private PolicyContent _judged;

    /// <exception cref="OptionsValidationException">The file is refused.</exception>
    public WatchedPolicy(string setting, string file, TimeSpan retention, ILogger logger)
    {
        (_setting, _path, _retention) = (setting, Path.GetFullPath(file.Trim()), retention);
        _seen = _judged = PolicyContent.Load(_path);
        var (policy, findings) = _judged.Read(retention);
        _policy = new(
            policy ?? throw new OptionsValidationException(setting, typeof(PolicyOptions), Name(setting, _path, findings)),
            _ => ReadJudged(),
            (one, other) => one.Hash == other.Hash)
        {
            OnChanged = now => ReportInForce(logger, now),
            OnRefused = finding => Log.Refused(logger, setting, Current.Name, Current.ShortHash, finding),
            OnUsableAgain = now => Log.UsableAgain(logger, setting, now.Name, now.ShortHash),
        };
        ReportInForce(logger, policy);
    }

    public FollowUpPolicy Current => _policy.Current;

    /// <summary>Why the file's content is not in force; <c>null</c> where it is.</summary>
    public string? Error => _policy.Error is { } finding
        ? $"{_setting} holds a version that is not usable; "
            + $"'{Current.Name}', version {Current.ShortHash}, stays in force: {finding}"
        : null;

    /// <summary>What is wrong with a file, a sentence each that names setting, file, place and remedy; none where it can be in force.</summary>
    public static IReadOnlyList<string> Check(string setting, string file, TimeSpan retention)
    {
        var path = Path.GetFullPath(file.Trim());
        var (_, findings) = PolicyContent.Load(path).Read(retention);
        return Name(setting, path, findings);
    }

    /// <summary>Looks at the file; never throws. For one caller at a time.</summary>
    public void Look()
    {
        var content = PolicyContent.Load(_path);
        var settled = content.Equals(_seen);
        _seen = content;
        if (settled && !content.Equals(_judged))
        {
            _judged = content;
            _policy.Refresh();
        }
    }

    private void ReportInForce(ILogger logger, FollowUpPolicy policy)
    {
        Log.InForce(logger, _setting, policy.Name, policy.ShortHash);
        TextsNotNormalised.Warn(logger, policy);
    }

    private FollowUpPolicy ReadJudged()
    {
        var (policy, findings) = _judged.Read(_retention);
        return policy
            ?? throw new OptionsValidationException(_setting, typeof(PolicyOptions), findings.Take(MostFindings));
    }

    // With the whole path: a relative one is not seen to be looked for in the wrong folder. Places in the file follow it at once.
    private static IReadOnlyList<string> Name(string setting, string path, IReadOnlyList<string> findings) =>
        [.. findings.Select(finding => $"{setting} ({path}){(finding.StartsWith('(') ? "" : ":")} {finding}")];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Setting}: policy '{Name}', version {Version}, is in force.")]
        public static partial void InForce(ILogger logger, string setting, string name, string version);

        [LoggerMessage(2, LogLevel.Error, "{Setting} holds a version that is not usable; '{Name}', version {Version}, stays in force: {Finding}")]
        public static partial void Refused(ILogger logger, string setting, string name, string version, string finding);

        [LoggerMessage(3, LogLevel.Information, "{Setting} is usable again: policy '{Name}', version {Version}, as before.")]
        public static partial void UsableAgain(ILogger logger, string setting, string name, string version);
    }
}

using CxoneAssist.Domain;
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
    private readonly ILogger _logger;
    private PolicyContent _seen;
    private PolicyContent _judged;
    private volatile FollowUpPolicy _current;
    private volatile string? _trouble;

    /// <exception cref="OptionsValidationException">The file is refused.</exception>
    public WatchedPolicy(string setting, string file, TimeSpan retention, ILogger logger)
    {
        (_setting, _path, _retention, _logger) = (setting, Path.GetFullPath(file.Trim()), retention, logger);
        _seen = _judged = PolicyContent.Of(_path);
        var (policy, findings) = _judged.Read(retention);
        _current = policy ?? throw new OptionsValidationException(setting, typeof(PolicyOptions), Name(findings));
        Log.InForce(logger, setting, policy.Name, policy.ShortHash);
    }

    public FollowUpPolicy Current => _current;

    /// <summary>Why the file's content is not in force; <c>null</c> where it is.</summary>
    public string? Trouble => _trouble;

    /// <summary>What is wrong with a file, a sentence each that names setting, file, place and remedy; none where it can be in force.</summary>
    public static IReadOnlyList<string> Check(string setting, string file, TimeSpan retention)
    {
        var (_, findings) = PolicyContent.Of(Path.GetFullPath(file.Trim())).Read(retention);
        return [.. findings.Select(finding => $"{setting} ({file.Trim()}) {finding}")];
    }

    /// <summary>Looks at the file; never throws. For one caller at a time.</summary>
    public void Look()
    {
        var content = PolicyContent.Of(_path);
        var settled = content.Equals(_seen);
        _seen = content;
        if (settled && !content.Equals(_judged))
        {
            _judged = content;
            Judge(content);
        }
    }

    private void Judge(PolicyContent content)
    {
        var (policy, findings) = content.Read(_retention);
        if (policy is null)
        {
            var finding = string.Join(' ', findings.Take(MostFindings));
            _trouble = $"{_setting} holds a version that is not usable; '{_current.Name}', version {_current.ShortHash}, stays in force: {finding}";
            Log.Refused(_logger, _setting, _current.Name, _current.ShortHash, finding);
            return;
        }

        var recovered = _trouble is not null;
        _trouble = null;
        if (policy.Hash != _current.Hash)
        {
            _current = policy;
            Log.InForce(_logger, _setting, policy.Name, policy.ShortHash);
        }
        else if (recovered)
        {
            Log.UsableAgain(_logger, _setting, policy.Name, policy.ShortHash);
        }
    }

    private IEnumerable<string> Name(IReadOnlyList<string> findings) => findings.Select(finding => $"{_setting} ({_path}) {finding}");

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

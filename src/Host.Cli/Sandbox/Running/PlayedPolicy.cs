using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Policies;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The policy of a run: that of <c>--policy</c>, else that of the host's setting, else the built-in one.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="File">Its file; <c>null</c> for the built-in one.</param>
/// <param name="Origin">Where it is from, for people.</param>
internal sealed record PlayedPolicy(FollowUpPolicy Policy, string? File, string Origin)
{
    private const string Setting = "CxoneAssist:Policy:File";
    private const string ShadowSetting = "CxoneAssist:Policy:Shadow";

    /// <summary>Settings that name a policy and have no effect on the run, with why.</summary>
    public IReadOnlyList<string> NotUsed { get; private init; } = [];

    /// <summary>Reads the policy.</summary>
    /// <param name="option">The file that the command line names.</param>
    /// <param name="settings">The host's settings.</param>
    /// <param name="cancellationToken">Cancels reading from a pipe.</param>
    /// <exception cref="CommandFailure">There is no such file, it is refused, or the setting is blank.</exception>
    public static async Task<PlayedPolicy> ReadAsync(
        string? option, Func<string, string?> settings, CancellationToken cancellationToken)
    {
        var setting = settings(Setting);
        var (file, origin) = (option, setting) switch
        {
            ({ } given, _) => (given, $"from {given}"),
            (null, { } named) when string.IsNullOrWhiteSpace(named) => throw new CommandFailure(
                $"{Setting} (CXONE_POLICY_FILE) is blank: name a policy's file, or leave the setting out.", ExitCode.WrongSetting),
            (null, { } named) => (named, $"from {named}, named by {Setting} (CXONE_POLICY_FILE)"),
            _ => (null, "built in"),
        };
        var policy = file is null ? FollowUpPolicy.Default : await PolicyFiles.ReadAsync(file, cancellationToken);
        return new PlayedPolicy(policy, file is null ? null : Path.GetFullPath(file), origin)
        {
            NotUsed = [.. Unused(option is null ? null : setting, settings(ShadowSetting))],
        };
    }

    private static IEnumerable<string> Unused(string? policy, string? shadow)
    {
        if (policy is not null)
        {
            yield return $"{Setting} (CXONE_POLICY_FILE): --policy wins";
        }

        if (shadow is not null)
        {
            yield return $"{ShadowSetting} (CXONE_POLICY_SHADOW): a host never acts upon a shadow policy";
        }
    }
}

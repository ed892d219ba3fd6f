using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Startup;

/// <summary>
/// Says in one line at the start what runs, once the inbox is open: mode, addresses, inbox and policy
/// have defaults that may not have been meant.
/// </summary>
internal sealed partial class StartLine(
    FollowUpOptions options,
    IOptions<CxoneOptions> cxone,
    CxoneUse use,
    SettingWords words,
    IOpenedInbox inbox,
    IFollowUpRecords records,
    IFollowUpPolicies policies,
    IEnumerable<StartupFact> facts,
    ILogger<StartLine> logger) : IHostedService
{
    // In a process with several tenants each has a line of its own.
    private string Section => words.Section is { } path ? $" for {path}" : "";

    private string Address => use.IsMeant(cxone.Value) ? cxone.Value.Address.AbsoluteUri.TrimEnd('/') : "not used";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var location = inbox.Location;
        var where = await InboxAsync(location, cancellationToken);
        var others = string.Concat(facts.Select(fact => fact.Text + " ")) + Policy();
        Log.Started(logger, ProductVersion.Text + Section, options.Mode, What(options.Mode), Address, where, others);
        if (location is { IsNew: true })
        {
            Log.NewInbox(logger, location.Text, words.Render("ConnectionStrings:Inbox"));
        }

        if (!string.IsNullOrWhiteSpace(cxone.Value.Org) && !string.IsNullOrWhiteSpace(cxone.Value.BaseUrl))
        {
            Log.OrgNotUsed(logger, words.Render($"{CxoneOptions.Section}:Org"), words.Render($"{CxoneOptions.Section}:BaseUrl"), Address);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string What(FollowUpMode mode) => mode == FollowUpMode.Live
        ? "tasks are created and agents notified"
        : "decisions are recorded, no task is created and no agent notified";

    private string Policy()
    {
        var (policy, shadow) = (policies.InForce, policies.Shadow);
        var inForce = $"Policy '{policy.Name}', version {policy.ShortHash}, is in force";
        return shadow is null
            ? inForce
            : $"{inForce}; shadow policy '{shadow.Name}', version {shadow.ShortHash}";
    }

    private async Task<string> InboxAsync(InboxStorage? location, CancellationToken cancellationToken)
    {
        // A service may start its hosted services at once, and this one before the inbox is open.
        if (location is null or { IsNew: true })
        {
            return location is null ? "not open yet" : location.Text + ", new";
        }

        try
        {
            var counts = (await records.StatusAsync(cancellationToken)).Counts;
            var parked = counts.GetValueOrDefault(FollowUpState.Parked);
            var waiting = counts.Values.Sum() - parked - counts.GetValueOrDefault(FollowUpState.Done);
            return FormattableString.Invariant($"{location.Text}, {waiting} waiting, {parked} parked");
        }
        catch (InboxUnavailableException)
        {
            return location.Text + ", cannot be counted now";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "CxoneAssist {Version}. Mode {Mode}: {What}. CXone: {Cxone}. Inbox: {Inbox}. {Others}.")]
        public static partial void Started(
            ILogger logger, string version, FollowUpMode mode, string what, string cxone, string inbox, string others);

        [LoggerMessage(2, LogLevel.Warning,
            "The inbox {Inbox} is new: nothing was there before this start. "
            + "If you expected follow-ups in it, check {Setting} and the working folder.")]
        public static partial void NewInbox(ILogger logger, string inbox, string setting);

        [LoggerMessage(3, LogLevel.Warning,
            "{Org} is not used, since {BaseUrl} is set too: calls go to {Cxone}. Remove the one that is not meant.")]
        public static partial void OrgNotUsed(ILogger logger, string org, string baseUrl, string cxone);
    }
}

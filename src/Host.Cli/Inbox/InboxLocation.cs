using System.CommandLine;
using System.Data.Common;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Infrastructure.Inbox.Maintenance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The inbox to work on: that of a running host with <c>--host</c>, else <c>--inbox</c>, else the one of the host's settings.</summary>
internal sealed class InboxLocation
{
    private readonly Option<string?> _inbox = new("--inbox")
    {
        Description =
            "The inbox instead of ConnectionStrings:Inbox: a SQLite file, or a connection string as the host takes it.",
        HelpName = "FILE|CONNECTION",
    };

    private readonly Option<string?> _host = new("--host")
    {
        Description = "The address of a running host: work through its /follow-ups, with the key in CXONE_OPERATOR_KEY.",
        HelpName = "URL",
    };

    private readonly Option<string[]> _settings = HostSettings.Option();

    public Option[] Options => [_host, _inbox, _settings];

    private const string OperatorKeyName = "CXONE_OPERATOR_KEY";

    /// <summary>Opens the inbox. Disposing it closes it.</summary>
    /// <exception cref="CommandFailure">It cannot be opened as it was named.</exception>
    public async Task<IInboxAccess> OpenAsync(
        ParseResult parsed, TimeProvider time, bool forAmending, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_host) is { } host)
        {
            return parsed.GetValue(_inbox) is null
                ? new HostInbox(HostAddress(host), Key(parsed))
                : throw new CommandFailure("Name the inbox with --inbox or the host with --host, not both.", ExitCode.Usage);
        }

        var location = ConnectionString(parsed);
        var records = forAmending
            ? await InboxMaintenance.OpenForAmendingAsync(location, time, cancellationToken)
            : await InboxMaintenance.OpenForReadingAsync(location, time, cancellationToken);

        // Registered first, so that the operations use this connection instead of an inbox that
        // only a host opens. The services dispose what a factory creates. Nothing else in them is
        // started.
        return new OpenedInbox(new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton(_ => records)
            .AddLogging()
            .AddCxoneAssist(new ConfigurationBuilder().Build()).Services
            .BuildServiceProvider());
    }

    // The key would cross the network readable.
    private static Uri HostAddress(string host)
    {
        if (!Uri.TryCreate(host.EndsWith('/') ? host : host + "/", UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Query.Length > 0)
        {
            throw new CommandFailure("--host must be the address of a host, such as https://assist.example.", ExitCode.Usage);
        }

        return address.Scheme == "https" || address.IsLoopback
            ? address
            : throw new CommandFailure("--host must begin with https://, except for a host on this machine: the key would be readable.", ExitCode.Usage);
    }

    // What the caller exported is meant for this host, which is another one than the settings may be of.
    private string Key(ParseResult parsed)
    {
        var given = parsed.GetValue(_settings) ?? [];
        var settings = HostSettings.Read(given)[Web.Startup.Settings.OperatorKey];
        var exported = given.Any(NamesTheKey) ? null : Environment.GetEnvironmentVariable(OperatorKeyName);
        var key = string.IsNullOrEmpty(exported) ? settings : exported;
        return key switch
        {
            null or "" => throw new CommandFailure($"--host needs the host's operator key: set {OperatorKeyName}.", ExitCode.WrongSetting),
            _ when key.All(letter => letter is > ' ' and <= '~') => key,
            _ => throw new CommandFailure(
                $"{OperatorKeyName} has a character that cannot be sent, such as a blank or …: set it to the host's key.", ExitCode.WrongSetting),
        };
    }

    private static bool NamesTheKey(string setting) =>
        setting.Split('=')[0].ToUpperInvariant() is OperatorKeyName or "CXONEASSIST:OPERATORS:KEY";

    private string ConnectionString(ParseResult parsed) => parsed.GetValue(_inbox) switch
    {
        null => HostSettings.Read(parsed.GetValue(_settings)).GetConnectionString("Inbox")!,
        var given when File.Exists(given) || !IsConnection(given) => OfFile(given),
        var connection => connection,
    };

    private static bool IsConnection(string given) =>
        given.Contains('=', StringComparison.Ordinal) || given.Contains("://", StringComparison.Ordinal);

    private static string OfFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new CommandFailure($"--inbox: {path} is a folder: name the inbox in it.", ExitCode.Usage);
        }

        return File.Exists(path)
            ? new DbConnectionStringBuilder { ["Data Source"] = path }.ConnectionString
            : throw new CommandFailure(
                $"--inbox: there is no file {path}: name the one that the host uses.", ExitCode.Usage);
    }
}

using System.CommandLine;
using System.Data.Common;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Infrastructure.Inbox.Maintenance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The inbox to open: <c>--inbox</c>, else the one of the host's settings.</summary>
internal sealed class InboxLocation
{
    private readonly Option<string?> _inbox = new("--inbox")
    {
        Description =
            "The inbox instead of ConnectionStrings:Inbox: a SQLite file, or a connection string as the host takes it.",
        HelpName = "FILE|CONNECTION",
    };

    private readonly Option<string[]> _settings = HostSettings.Option();

    public Option[] Options => [_inbox, _settings];

    /// <summary>
    /// Opens the inbox with the operations of the application. Disposing the services closes it.
    /// </summary>
    public async Task<ServiceProvider> OpenAsync(
        ParseResult parsed, TimeProvider time, bool forAmending, CancellationToken cancellationToken)
    {
        var location = ConnectionString(parsed);
        var records = forAmending
            ? await InboxMaintenance.OpenForAmendingAsync(location, time, cancellationToken)
            : await InboxMaintenance.OpenForReadingAsync(location, time, cancellationToken);

        // Registered first, so that the operations use this connection instead of an inbox that
        // only a host opens. The services dispose what a factory creates. Nothing else in them is
        // started.
        return new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton(_ => records)
            .AddLogging()
            .AddCxoneAssist(new ConfigurationBuilder().Build()).Services
            .BuildServiceProvider();
    }

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

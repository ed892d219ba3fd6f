using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>The database that <c>ConnectionStrings:Inbox</c> names, and how connections to it are made.</summary>
internal sealed class PostgreSqlServer
{
    private const string Setting = "ConnectionStrings:Inbox";

    // Senders of webhooks give up after a few seconds, and a server that is away must be noticed in time to tell them.
    private const int ConnectSeconds = 2;
    private const int CommandSeconds = 5;

    // What one host can put to use; the server's connections are shared by all hosts.
    private const int MostConnections = 16;

    // More than there are statements.
    private const int Prepared = 40;

    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgreSqlServer(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    /// <summary>Server and database, without user and password.</summary>
    public string Place => $"{_settings.Host}:{_settings.Port}/{_settings.Database ?? _settings.Username}";

    /// <summary>Whether a connection string is meant for PostgreSQL.</summary>
    public static bool IsMeantBy(string? connectionString)
    {
        var text = connectionString.AsSpan().TrimStart();
        return StartsWithKey(text, "Host") || StartsWithKey(text, "Server") || IsAddress(text);
    }

    /// <exception cref="InboxStartException">It cannot be understood.</exception>
    public static PostgreSqlServer Parse(string connectionString)
    {
        if (IsAddress(connectionString.AsSpan().TrimStart()))
        {
            throw Misunderstood();
        }

        try
        {
            var settings = Limited(new NpgsqlConnectionStringBuilder(connectionString));
            settings.HostRecheckSeconds = RecheckSeconds(settings, connectionString);
            return new PostgreSqlServer(settings);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            // Its message may quote the value, and the value holds a password.
            throw Misunderstood();
        }
    }

    public NpgsqlDataSource Connect()
    {
        var builder = new NpgsqlDataSourceBuilder(_settings.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = connection.Command(PostgreSqlStatement.ConfigureConnection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = connection.Command(PostgreSqlStatement.ConfigureConnection);
                await command.ExecuteNonQueryAsync();
            });
        return builder.Build();
    }

    public InboxStartException Refuse(string what, Exception? cause = null, bool mayPass = false)
    {
        var sentence = $"The inbox database '{_settings.Database ?? _settings.Username}' on {_settings.Host}:{_settings.Port} ({Setting}) {what}.";
        return cause is null
            ? new InboxStartException(sentence) { MayPass = mayPass }
            : new InboxStartException(sentence, cause) { MayPass = mayPass };
    }

    public InboxStartException Refuse(DbException error) => Refuse(Why(error), error, IsAway(error));

    // Starting up, shutting down, full, unreachable; its name may not be known yet where it is
    // started next to this program.
    private static bool IsAway(DbException error) => error is PostgresException postgres
        ? postgres.SqlState is "57P01" or "57P02" or "57P03" or "53300"
        : error.InnerException is SocketException or TimeoutException or IOException;

    private string Why(DbException error) => error switch
    {
        PostgresException { SqlState: "28P01" or "28000" } => $"refuses the user '{_settings.Username}': check name and password",
        PostgresException { SqlState: "3F000" } => "has no schema in its search path: name one with 'Search Path=public'",
        PostgresException { SqlState: "3D000" } => "does not exist: create it, or name another one",
        PostgresException { SqlState: "42501" } =>
            $"needs rights that the user '{_settings.Username}' does not have: let its owner start this program once after an update, "
            + "and grant select, insert, update and delete on its tables",
        PostgresException { SqlState: "53300" } => "has no connection left: raise max_connections or lower 'Maximum Pool Size'",
        PostgresException { SqlState: "57P03" } => "is starting up or shutting down: try again in a moment",
        PostgresException postgres => $"cannot be opened (SQLSTATE {postgres.SqlState})",
        { InnerException: SocketException or TimeoutException } => "cannot be reached: check host and port, and that the server runs",
        _ => "cannot be opened: check host, port and encryption",
    };

    private static NpgsqlConnectionStringBuilder Limited(NpgsqlConnectionStringBuilder settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            throw Misunderstood();
        }

        settings.Timeout = ConnectSeconds;
        settings.CommandTimeout = CommandSeconds;
        settings.CancellationTimeout = -1; // A server that does not answer is not asked to cancel either.
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, MostConnections);
        settings.MinPoolSize = Math.Min(settings.MinPoolSize, settings.MaxPoolSize);
        settings.Pooling = true;
        settings.NoResetOnClose = true; // A reset would undo ConfigureConnection.
        settings.MaxAutoPrepare = Prepared;
        settings.AutoPrepareMinUsages = 2;
        settings.TcpKeepAlive = true;
        settings.Enlist = false;
        settings.IncludeErrorDetail = false; // It would quote customer data in logs.
        settings.LogParameters = false;
        settings.ApplicationName ??= "CxoneAssist";
        return settings;
    }

    // For that long the client takes a server for what it was: at a failover the promoted one is not seen as the primary.
    private static int RecheckSeconds(NpgsqlConnectionStringBuilder settings, string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>()
            .Any(key => key.Replace(" ", "", StringComparison.Ordinal).Equals("HostRecheckSeconds", StringComparison.OrdinalIgnoreCase));
        return settings.Host!.Contains(',', StringComparison.Ordinal) && !given ? 1 : settings.HostRecheckSeconds;
    }

    private static InboxStartException Misunderstood() => new(
        $"{Setting} is not a connection string of PostgreSQL; give it as 'Host=SERVER;Database=NAME;Username=USER;Password=PASSWORD'.");

    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static bool StartsWithKey(ReadOnlySpan<char> text, string key) =>
        text.StartsWith(key, StringComparison.OrdinalIgnoreCase) && text[key.Length..].TrimStart() is ['=', ..];
}

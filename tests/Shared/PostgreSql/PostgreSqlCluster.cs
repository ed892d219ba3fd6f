using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace CxoneAssist.Tests.Shared.PostgreSql;

/// <summary>
/// A PostgreSQL server of its own, on loopback, in a temporary folder; both are gone when it is
/// disposed.
/// </summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const int Quit = 3;
    private const int Interrupt = 2;

    private readonly string _folder;
    private readonly string _data;
    private readonly int _port;
    private readonly string[] _settings;
    private ServerProcess? _server;
    private int _databases;

    private PostgreSqlCluster(string folder, string data, int port, string[] settings) =>
        (_folder, _data, _port, _settings) = (folder, data, port, settings);

    /// <summary>Why this machine cannot run a server; <c>null</c> where it can.</summary>
    public static string? Missing => ServerProgram.Missing;

    /// <summary>The password of its superuser, <c>postgres</c>.</summary>
    public string Password { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    public int Port => _port;

    /// <summary>The server's process, to be stopped or traced.</summary>
    public int ProcessId => _server?.Id ?? throw new InvalidOperationException("The server is stopped.");

    /// <summary>Makes a cluster and starts its server.</summary>
    /// <param name="settings">Settings of the server, as <c>name=value</c>.</param>
    public static async Task<PostgreSqlCluster> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("cxone-assist-postgresql-").FullName;
        var cluster = new PostgreSqlCluster(folder, await ServerProgram.MakeFolderAsync(folder), FreePort(), settings);
        try
        {
            var passwordFile = Path.Combine(folder, "password");
            await File.WriteAllTextAsync(passwordFile, cluster.Password);
            await ServerProgram.RunAsync(ServerProgram.Start(
                "initdb", "-D", cluster._data, "-U", "postgres", "--pwfile", passwordFile, "-A", "scram-sha-256", "-E", "UTF8", "--no-sync"));
            await cluster.StartAgainAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The connection string of a database, for the superuser or another role with the same
    /// password.
    /// </summary>
    public string ConnectionString(string database, string user = "postgres") =>
        $"Host=127.0.0.1;Port={_port};Username={user};Password={Password};Database={database}";

    /// <summary>Creates a database, empty or as a copy of one without connections.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string template = "template0")
    {
        var name = $"db_{Interlocked.Increment(ref _databases)}";
        // Copying by the journal is several times faster than by files for something this small.
        await ExecuteAsync(ConnectionString("postgres"), $"create database {name} template {template} strategy wal_log");
        return ConnectionString(name);
    }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Texts of the tests.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Stops the server as a crash would: no checkpoint, every connection cut.</summary>
    public Task StopImmediatelyAsync() => StopAsync(Quit);

    /// <summary>Starts the server anew, on the same port and data.</summary>
    public async Task StartAgainAsync()
    {
        string[] settings =
        [
            $"port={_port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "logging_collector=off",
            .. _settings,
        ];
        _server = await ServerProcess.StartAsync(
            ServerProgram.Start("postgres", ["-D", _data, .. settings.SelectMany(setting => new[] { "-c", setting })]));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(Quit);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stops the server in good order; connections are cut.</summary>
    public Task StopFastAsync() => StopAsync(Interrupt);

    private async Task StopAsync(int signal)
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.EndAsync(signal);
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}

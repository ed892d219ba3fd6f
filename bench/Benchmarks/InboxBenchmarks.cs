using BenchmarkDotNet.Attributes;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Benchmarks;

/// <summary>Stores interactions, and claims follow-ups, each committed and synced: so many at once share a commit.</summary>
[MemoryDiagnoser]
public class InboxBenchmarks
{
    private const int AtOnce = 64;
    private const int DueRows = 10_000;
    private const string PostgreSqlVariable = "BENCH_POSTGRES";

    private readonly string _folder = Directory.CreateTempSubdirectory("cxone-assist-bench-").FullName;
    private ServiceProvider _services = null!;
    private IFollowUpInbox _inbox = null!;
    private int _received;

    /// <summary>The inboxes there are: SQLite, and PostgreSQL where the environment says how to connect to it.</summary>
    public static IEnumerable<string> Inboxes =>
        Environment.GetEnvironmentVariable(PostgreSqlVariable) is { Length: > 0 } ? ["SQLite", "PostgreSQL"] : ["SQLite"];

    /// <summary>Which inbox.</summary>
    [ParamsSource(nameof(Inboxes))]
    public string Inbox { get; set; } = "";

    /// <summary>Opens it, with follow-ups that are due.</summary>
    [GlobalSetup]
    public async Task SetUp()
    {
        var connectionString = Inbox == "SQLite"
            ? $"Data Source={Path.Combine(_folder, "inbox.db")}"
            : Environment.GetEnvironmentVariable(PostgreSqlVariable);
        Dictionary<string, string?> settings = new()
        {
            ["ConnectionStrings:Inbox"] = connectionString,
            ["CxoneAssist:Cxone:Org"] = "nobody",
            ["CxoneAssist:Cxone:ClientId"] = "id",
            ["CxoneAssist:Cxone:ClientSecret"] = "secret",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddLogging().AddCxoneAssist(configuration).Services.BuildServiceProvider();
        _inbox = _services.GetRequiredService<IFollowUpInbox>();
        await ((IOpenedInbox)_inbox).OpenAsync(CancellationToken.None);
        while (_received < DueRows)
        {
            await Append();
        }
    }

    /// <summary>Stores interactions.</summary>
    [Benchmark(OperationsPerInvoke = AtOnce)]
    public async Task Append() => await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ =>
        _inbox.ReceiveAsync(new CompletedInteraction($"{_folder[^6..]}-{_received++}", "agent-042"), CancellationToken.None)));

    /// <summary>Claims follow-ups, and gives them back so that they are due again.</summary>
    [Benchmark(OperationsPerInvoke = AtOnce)]
    public async Task ClaimAndGiveBack()
    {
        var claimed = await _inbox.ClaimAsync(AtOnce, CancellationToken.None);
        await Task.WhenAll(claimed.Select(claim => _inbox.SaveAsync(claim.Lease, claim.FollowUp, LeaseAfter.Release)));
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public async Task CleanUp()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

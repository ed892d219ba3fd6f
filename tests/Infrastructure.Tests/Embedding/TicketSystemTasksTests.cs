using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using OwnTicketSystem;

namespace CxoneAssist.Infrastructure.Tests.Embedding;

/// <summary>
/// The port of samples/OwnTicketSystem keeps the promises that docs/embedding.md asks of every port.
/// </summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TicketSystemTasksTests : IDisposable
{
    private static readonly TaskRequest Request = new("interaction-1", """{"Subject":"Call back"}""", "key-1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ticket-tests-");
    private readonly FakeTimeProvider _time = new();
    private readonly TicketTable _table;
    private readonly TicketSystemTasks _tasks;

    public TicketSystemTasksTests()
    {
        _table = new TicketTable($"Data Source={File}");
        _tasks = new TicketSystemTasks(_table, _time);
    }

    private string File => Path.Combine(_folder.FullName, "data", "tickets.db");

    private DateTimeOffset FullLease => _time.GetUtcNow() + TimeSpan.FromMinutes(1);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task CreateAsync_ARepeatWithItsKey_GetsTheFirstTicket()
    {
        var first = await CreateAsync(Request);
        var repeat = await CreateAsync(Request);
        var other = await CreateAsync(Request with { IdempotencyKey = "key-2" });

        Assert.That((TicketId(first), TicketId(repeat)), Is.EqualTo(("1", "1")));
        Assert.That(TicketId(other), Is.Not.Null.And.Not.EqualTo("1"));
        Assert.That(_table.List(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CreateAsync_ManyAtOnceWithOneKey_MakeOneTicket()
    {
        var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(() => CreateAsync(Request)));
        var creations = await Task.WhenAll(calls);

        Assert.That(creations.Select(TicketId), Is.All.EqualTo("1"));
        Assert.That(_table.List(), Is.EqualTo([new Ticket("1", Request.InteractionId, Request.Payload)]));
    }

    [Test]
    public async Task CreateAsync_LeaseTooShort_IsCertainlyNotExecuted()
    {
        var leaseEndsAt = _time.GetUtcNow() + TicketTable.Timeout;

        var creation = await _tasks.CreateAsync(Request, leaseEndsAt, CancellationToken.None);

        Assert.That(KindOf(creation), Is.EqualTo(FailureKind.Unavailable));
        Assert.That(_table.List(), Is.Empty);
    }

    [Test]
    public void CreateAsync_Cancelled_IsNotExecuted()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.That(
            () => _tasks.CreateAsync(Request, FullLease, cancelled),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_table.List(), Is.Empty);
    }

    [Test]
    public async Task CreateAsync_FailureBeforeTheCommit_IsCertainlyNotExecuted()
    {
        Execute("create trigger full before insert on ticket begin select raise(abort, 'full'); end");

        Assert.That(KindOf(await CreateAsync(Request)), Is.EqualTo(FailureKind.Unavailable));
        Assert.That(await FindAsync(), Is.InstanceOf<TaskLookup.None>());
    }

    [Test]
    public async Task CreateAsync_FailureOfTheCommit_IsUnknown()
    {
        // A deferred constraint is checked by the commit alone.
        Execute("""
            create table absent (id integer primary key);
            create table owed (id integer references absent (id) deferrable initially deferred);
            create trigger owes after insert on ticket begin insert into owed values (1); end
            """);

        Assert.That(KindOf(await CreateAsync(Request)), Is.EqualTo(FailureKind.Unknown));
    }

    [Test]
    public async Task FindAsync_TicketsOfOneInteraction_AreFoundTheOldestFirst()
    {
        await CreateAsync(Request);
        await CreateAsync(Request with { InteractionId = "interaction-2", IdempotencyKey = "key-2" });
        await CreateAsync(Request with { IdempotencyKey = "key-3" });

        Assert.That((await FindAsync() as TaskLookup.Found)?.TaskIds, Is.EqualTo(["1", "3"]));
    }

    [Test]
    public async Task FindAsync_TableAway_SaysThatItFailed()
    {
        Execute("drop table ticket");

        Assert.That(await FindAsync(), Is.InstanceOf<TaskLookup.Failed>());
    }

    [Test]
    public void Compose_ATask_HoldsAllThatTheTicketNeeds() => Assert.That(
        _tasks.Compose(new FollowUpTask
        {
            InteractionId = "interaction-1",
            Subject = "Call back",
            Description = "Unhappy",
            DueDate = DateTimeOffset.UnixEpoch,
            Priority = TaskPriority.Critical,
            AssigneeId = "agent-7",
        }),
        Is.EqualTo("""{"Subject":"Call back","Description":"Unhappy","DueDate":"1970-01-01T00:00:00+00:00","""
            + """
            "Priority":"Critical","AssigneeId":"agent-7"}
            """));

    private static string? TicketId(TaskCreation creation) => (creation as TaskCreation.Created)?.TaskId;

    private static FailureKind? KindOf(TaskCreation creation) => (creation as TaskCreation.Failed)?.Failure.Kind;

    private Task<TaskCreation> CreateAsync(TaskRequest request) =>
        _tasks.CreateAsync(request, FullLease, CancellationToken.None);

    private Task<TaskLookup> FindAsync() =>
        _tasks.FindAsync(new TaskQuery(Request.InteractionId), CancellationToken.None);

    private void Execute(string sql)
    {
        using var connection = _table.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Reflection;
using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;
using Microsoft.Data.Sqlite;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Runs the inbox's writer with <c>synchronous=NORMAL</c>. The product refuses that setting, so it
/// is changed after the check.
/// </summary>
internal sealed class SynchronousNormal(IFollowUpRecords inbox) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var weaken = Connection().CreateCommand();
        weaken.CommandText = "pragma synchronous = normal; pragma synchronous";
        FaultEvidence.Say($"synchronous={weaken.ExecuteScalar()}");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private SqliteConnection Connection()
    {
        var database = Field(inbox, "_database");
        var writer = database.GetType().GetProperty("Writer")!.GetValue(database)!;
        return (SqliteConnection)Field(writer, "_connection");
    }

    private static object Field(object of, string name) =>
        of.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(of)
        ?? throw new InvalidOperationException($"{of.GetType().Name} has no {name} any more: this mutant has to follow.");
}

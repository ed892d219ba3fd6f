using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql.Writing;
using Npgsql;

namespace CxoneAssist.Infrastructure.Inbox.PostgreSql;

/// <summary>A connection, and what all operations need to write on it.</summary>
internal sealed record PostgreSqlSession(
    NpgsqlConnection Connection,
    LeaseClock Leases,
    PrefetchBuffer Prefetched,
    DatabaseFailures Failures,
    IFollowUpPolicies? Policies);

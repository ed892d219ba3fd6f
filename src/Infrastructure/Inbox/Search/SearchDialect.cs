namespace CxoneAssist.Infrastructure.Inbox.Search;

/// <summary>What the databases write differently in a search.</summary>
/// <param name="Customer">The condition that goes by the index of customers.</param>
/// <param name="Task">The condition that goes by the index of tasks.</param>
internal sealed record SearchDialect(string Customer, string Task)
{
    public const string TaskIndex = "follow_up_task";
    public const string CustomerIndex = "follow_up_customer";
    public const string AgentIndex = "follow_up_agent";

    public static readonly SearchDialect Sqlite = new("customer_id = @customer", "task_id = @task")
    {
        NamesIndexes = true,
        OfEndedOnly = [TaskIndex],
    };

    // An index holds the beginning of an id only.
    public static readonly SearchDialect PostgreSql = new(
        "left(customer_id, 128) = left(@customer, 128) and customer_id = @customer",
        "left(task_id, 128) = left(@task, 128) and task_id = @task")
    {
        OfEndedOnly = [TaskIndex, CustomerIndex, AgentIndex],
    };

    /// <summary>
    /// Whether a statement has to name the index it goes by: left to itself the planner, which has no statistics, may read all rows
    /// of a state.
    /// </summary>
    public bool NamesIndexes { get; private init; }

    /// <summary>
    /// The indexes that hold only what has ended or is parked, because each save of the rest would write an entry: on SQLite into
    /// those of the columns it writes, on PostgreSQL into every one. There is little of the rest: it is looked at by its state.
    /// </summary>
    public required IReadOnlyList<string> OfEndedOnly { get; init; }
}

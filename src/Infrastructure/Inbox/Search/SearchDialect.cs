namespace CxoneAssist.Infrastructure.Inbox.Search;

/// <summary>What the databases write differently in a search.</summary>
/// <param name="Customer">The condition that goes by the index of customers.</param>
/// <param name="Task">The condition that goes by the index of tasks.</param>
/// <param name="NamesIndexes">Whether the statement has to name the index it goes by.</param>
internal sealed record SearchDialect(string Customer, string Task, bool NamesIndexes)
{
    // Left to itself the planner, which has no statistics, may read all rows of a state.
    public static readonly SearchDialect Sqlite = new("customer_id = @customer", "task_id = @task", NamesIndexes: true);

    // Its index holds the beginning of an id only.
    public static readonly SearchDialect PostgreSql = new(
        "left(customer_id, 128) = left(@customer, 128) and customer_id = @customer",
        "left(task_id, 128) = left(@task, 128) and task_id = @task",
        NamesIndexes: false);
}

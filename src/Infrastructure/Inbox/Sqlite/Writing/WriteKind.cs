namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>What an operation is for: a database can fail for one kind and work for the others.</summary>
internal enum WriteKind
{
    /// <summary>What operators and the host's own upkeep write.</summary>
    Upkeep,

    /// <summary>Stores a webhook, or shows that one can be stored.</summary>
    Receive,

    Claim,

    Save,
}

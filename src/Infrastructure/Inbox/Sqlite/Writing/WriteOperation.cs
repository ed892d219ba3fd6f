namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Writing;

/// <summary>Something to be written, as the writer sees it.</summary>
internal interface IWriteOperation
{
    /// <summary>What it is for.</summary>
    WriteKind Kind { get; }

    /// <summary>Whether it may store a row that could go straight to a worker.</summary>
    bool MayPrefetch { get; }

    /// <summary>Whether it is still wanted. Once started it cannot be abandoned.</summary>
    bool TryStart();

    /// <summary>Does the work within the open transaction. May be called again after a roll-back.</summary>
    void Execute(WriteSession session);

    /// <summary>Tells the caller the outcome: it is on disk.</summary>
    void Complete();

    /// <summary>Tells the caller that nothing was written.</summary>
    void Fail(Exception error);
}

/// <summary>Something to be written that answers with a <typeparamref name="T"/>.</summary>
internal abstract class WriteOperation<T> : PendingOperation<T>, IWriteOperation
{
    private T _result = default!;

    public virtual WriteKind Kind => WriteKind.Upkeep;

    public virtual bool MayPrefetch => false;

    public void Execute(WriteSession session) => _result = Write(session);

    public void Complete() => Complete(_result);

    /// <summary>Does the work within the open transaction. May be called again after a roll-back.</summary>
    protected abstract T Write(WriteSession session);
}

/// <summary>Statements that a caller runs within a transaction.</summary>
internal sealed class RunOperation<T>(Func<WriteSession, T> run) : WriteOperation<T>
{
    protected override T Write(WriteSession session) => run(session);
}

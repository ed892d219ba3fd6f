namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>An inbox that has to be opened before it is used.</summary>
internal interface IOpenedInbox
{
    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    Task OpenAsync(CancellationToken cancellationToken);
}

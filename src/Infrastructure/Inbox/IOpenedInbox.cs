namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>An inbox that has to be opened before it is used.</summary>
internal interface IOpenedInbox
{
    /// <exception cref="InboxStartException">It cannot be opened.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Where it is kept; <c>null</c> while it is not open.</summary>
    InboxLocation? Location { get; }
}

/// <summary>Where an inbox is kept.</summary>
/// <param name="Text">The file's full path, or the database's server and name; never a password.</param>
/// <param name="IsNew">Whether it was made when it was opened.</param>
internal sealed record InboxLocation(string Text, bool IsNew);

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// The inbox cannot be opened, and trying again without a change will not help, unless
/// <see cref="MayPass"/> says so. Its message is one sentence for the operator who starts the
/// program; it names the file or the server, and the setting <c>ConnectionStrings:Inbox</c>.
/// </summary>
public sealed class InboxStartException : InvalidOperationException
{
    /// <summary>Makes one without a message.</summary>
    public InboxStartException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong and what to do, in a sentence.</param>
    public InboxStartException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong and what to do, in a sentence.</param>
    /// <param name="innerException">The cause.</param>
    public InboxStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether the settings may well be right, and the database merely away: trying again later may
    /// help.
    /// </summary>
    public bool MayPass { get; init; }
}

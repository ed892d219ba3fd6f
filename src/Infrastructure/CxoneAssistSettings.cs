using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.FollowUps;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Policies;

namespace CxoneAssist.Infrastructure;

/// <summary>All settings of <c>AddCxoneAssist</c>, for services that make them in code.</summary>
public sealed class CxoneAssistSettings
{
    internal static readonly string[] Sections =
        [CxoneOptions.Section, InboxOptions.Section, FollowUpOptionsValidator.Section, PolicyOptions.Section];

    /// <summary>The connection to CXone.</summary>
    public CxoneOptions Cxone { get; internal init; } = new();

    /// <summary>How the inbox works.</summary>
    public InboxOptions Inbox { get; internal init; } = new();

    /// <summary>
    /// Where the inbox is: <c>Data Source=FILE</c> is SQLite, <c>Host=SERVER;…</c> is PostgreSQL. Default
    /// <c>Data Source=data/inbox.db</c>.
    /// </summary>
    public string? InboxConnectionString { get; set; }

    /// <summary>How follow-ups are worked on.</summary>
    public FollowUpOptions FollowUp { get; internal init; } = new();

    /// <summary>Where follow-up policies are read from.</summary>
    public PolicyOptions Policy { get; internal init; } = new();
}

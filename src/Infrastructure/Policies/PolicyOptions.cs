namespace CxoneAssist.Infrastructure.Policies;

/// <summary>
/// Where follow-up policies are read from. Section <c>CxoneAssist:Policy</c>. The files are watched: a new version is in force within a few
/// seconds, one that is refused leaves the version before in force and says so in readiness and log. Other names need a restart. Either
/// <see cref="File"/> or a <see cref="Domain.FollowUpPolicy"/> that is registered with the services: with both the service does not start, nor
/// with a name that is blank.
/// </summary>
public sealed class PolicyOptions
{
    internal const string Section = "CxoneAssist:Policy";

    /// <summary>The file of the policy in force. Default none: <see cref="Domain.FollowUpPolicy.Default"/>.</summary>
    public string? File { get; set; }

    /// <summary>
    /// The file of a policy that decides next to the one in force: what it decides is recorded with the follow-up and never acted upon. Default none.
    /// </summary>
    public string? Shadow { get; set; }
}

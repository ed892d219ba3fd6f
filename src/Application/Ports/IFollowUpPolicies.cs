using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>
/// The policies in force. They can change at any time, so a caller reads them once per decision.
/// </summary>
public interface IFollowUpPolicies
{
    /// <summary>The policy in force.</summary>
    FollowUpPolicy InForce { get; }

    /// <summary>
    /// The shadow policy: its decisions are recorded and never acted upon. <c>null</c> where there
    /// is none.
    /// </summary>
    FollowUpPolicy? Shadow { get; }

    /// <summary>
    /// Why newer versions are not in force, one sentence each, for operators; empty where there are
    /// none.
    /// </summary>
    IReadOnlyList<string> ReloadErrors { get; }
}

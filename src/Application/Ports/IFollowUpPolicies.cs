using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>The policies that decide now. They may be others a moment later; whoever decides asks once.</summary>
public interface IFollowUpPolicies
{
    /// <summary>The policy in force.</summary>
    FollowUpPolicy InForce { get; }

    /// <summary>A policy that decides beside it; what it decides is recorded and never acted upon. <c>null</c> where there is none.</summary>
    FollowUpPolicy? Shadow { get; }

    /// <summary>What keeps a newer version from being in force, a sentence each, for an operator; empty where nothing does.</summary>
    IReadOnlyList<string> Troubles { get; }
}

using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>Policies that a test changes as it likes.</summary>
internal sealed class FakePolicies : IFollowUpPolicies
{
    public FollowUpPolicy InForce { get; set; } = FollowUpPolicy.Default;

    public FollowUpPolicy? Shadow { get; set; }

    public IReadOnlyList<string> ReloadErrors => [];
}

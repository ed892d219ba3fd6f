using CxoneAssist.Application.FollowUps;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>Keeps what was reported, a line each: the part's member or "defect", the interaction and the exception's type.</summary>
internal sealed class FakePartFailures : IPartFailures
{
    public List<string> Reported { get; } = [];

    public void Report(PartMember member, string interactionId, Exception exception) =>
        Reported.Add($"{member} {interactionId} {exception.GetType().Name}");

    public void ReportDefect(string interactionId, Exception exception) =>
        Reported.Add($"defect {interactionId} {exception.GetType().Name}");
}

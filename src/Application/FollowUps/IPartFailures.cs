namespace CxoneAssist.Application.FollowUps;

/// <summary>Where exceptions are reported: the follow-up keeps one sentence, and nothing of the message or the stack.</summary>
internal interface IPartFailures
{
    /// <summary>Reports what a part threw.</summary>
    void Report(PartMember member, string interactionId, Exception exception);

    /// <summary>Reports an exception that no part threw: a defect of this program, or of a policy.</summary>
    void ReportDefect(string interactionId, Exception exception);
}

/// <summary>A member of a part behind a port, which the service may have replaced.</summary>
internal readonly record struct PartMember(object Part, string Name)
{
    public override string ToString() => $"{Part.GetType().Name}.{Name}";
}

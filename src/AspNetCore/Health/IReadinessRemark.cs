namespace CxoneAssist.AspNetCore.Health;

/// <summary>What a part of the service has to say to a person in readiness.</summary>
internal interface IReadinessRemark
{
    /// <summary>The sentence; <c>null</c> where all is in order.</summary>
    string? Text { get; }
}

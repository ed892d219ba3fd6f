namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>
/// A member that an object of the format may have, with an example for people who left it out or
/// got it wrong.
/// </summary>
internal sealed record MemberSpec(string Name, string Example, bool Required = false);

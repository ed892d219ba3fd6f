namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>
/// The mode as it is written in the configuration. A blank one is refused and no default: a variable that was never filled in would have a
/// host act that was only to look on.
/// </summary>
internal static class ModeSetting
{
    public const string Key = "CxoneAssist:FollowUp:Mode";

    public const string Fault = Key + " must be Live or Shadow.";
}

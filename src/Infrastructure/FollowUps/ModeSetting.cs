using CxoneAssist.Application;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>
/// The mode as it is written in the configuration. A blank one is refused and no default: a variable that was never filled in would have a
/// host act that was only to look on.
/// </summary>
internal static class ModeSetting
{
    public const string Key = "CxoneAssist:FollowUp:Mode";

    public const string Fault =
        Key + " must be Live or Shadow. A blank one is refused: leave the setting out where Live is meant.";

    /// <exception cref="OptionsValidationException">It is set, and no mode.</exception>
    public static void Check(string? text)
    {
        if (text is not null && !(Enum.TryParse<FollowUpMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode)))
        {
            throw new OptionsValidationException(nameof(FollowUpOptions.Mode), typeof(FollowUpOptions), [Fault]);
        }
    }
}

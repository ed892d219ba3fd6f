using CxoneAssist.Domain;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Policies;

/// <summary>
/// Warns of a policy's texts that only match what is written with the same characters, since this process runs with
/// invariant globalization.
/// </summary>
internal static partial class TextsNotNormalised
{
    private const int MostPlaces = 3;

    public static void Warn(ILogger logger, FollowUpPolicy policy)
    {
        if (NormalForm.IsSupported || ComparedTexts.AmbiguousPlaces(policy) is not { Count: > 0 } places)
        {
            return;
        }

        var left = places.Count - MostPlaces;
        var more = left > 0 ? FormattableString.Invariant($" and {left} more") : "";
        Log.NotNormalised(logger, policy.Name, string.Join(", ", places.Take(MostPlaces)) + more);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Texts are not normalised in this process, which runs without ICU. Policy '{Name}' has letters that can be "
            + "written in two ways (é as one character, or as e and an accent) in {Places}: what CXone sends in the "
            + "other way does not match. Run with ICU: install libicu, and set neither "
            + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT nor InvariantGlobalization. "
            + "Otherwise write each letter as one character, both in the policy and in CXone.")]
        public static partial void NotNormalised(ILogger logger, string name, string places);
    }
}

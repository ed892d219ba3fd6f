using System.Text.Json.Serialization;

namespace CxoneAssist.Domain;

/// <summary>
/// Which end of a scale is the unhappy one. In JSON <c>Low</c> or <c>High</c>, as inboxes have
/// stored it from the start.
/// </summary>
public enum ScaleDirection
{
    /// <summary>The lower a score, the worse; tiers are bounded by <c>below</c>.</summary>
    [JsonStringEnumMemberName("Low")]
    LowIsWorse,

    /// <summary>
    /// The higher a score, the worse, as on effort scales; tiers are bounded by <c>above</c>.
    /// </summary>
    [JsonStringEnumMemberName("High")]
    HighIsWorse,
}

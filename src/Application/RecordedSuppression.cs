using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Domain;

namespace CxoneAssist.Application;

/// <summary>How a decision that owes a task stands against earlier tasks for the same customer, question and policy.</summary>
/// <param name="Within">The window, as the policy writes it: <c>14d</c>.</param>
/// <param name="Field">The question it goes by, as the policy names it.</param>
/// <param name="Direction">Which end of the scale is the unhappy one: a strictly worse score gets a task all the same.</param>
public sealed record RecordedSuppression(
    string Within,
    string Field,
    [property: JsonPropertyName("worse"), JsonConverter(typeof(JsonStringEnumConverter<ScaleDirection>))] ScaleDirection Direction)
{
    /// <summary>Until when an earlier follow-up of the customer that is not decided yet is waited for; <c>null</c> where none was.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>Whether it was admitted, so that later ones are held against it.</summary>
    [JsonPropertyName("passed")]
    public bool Admitted { get; init; }

    /// <summary>Whether an operator wants the task, whatever earlier ones there are.</summary>
    [JsonPropertyName("insisted")]
    public bool ForcedByOperator { get; init; }

    /// <summary>The earlier follow-up whose task makes this one redundant; <c>null</c> where it was not suppressed.</summary>
    public EarlierFollowUp? SuppressedBy { get; init; }

    /// <summary>What a newer version of this program stored with it.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    internal static RecordedSuppression? From(FollowUpPolicy policy) => policy.Suppression is { } rule
        ? new(rule.Within.ToString(), policy.Question.Field, policy.Question.Direction)
        : null;
}

using System.Text.Json.Serialization;
using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Host.Web.FollowUps;

/// <summary>A follow-up as operators are shown it.</summary>
internal sealed record FollowUpView(
    string InteractionId,
    string? AgentId,
    string? OtherAgents,
    [property: JsonConverter(typeof(CamelCase<FollowUpState>))] FollowUpState State,
    [property: JsonConverter(typeof(CamelCase<FollowUpOutcome>))] FollowUpOutcome? Outcome,
    bool Unconfirmed,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? PurgedAt,
    DateTimeOffset? NextTryAt,
    int Attempts,
    RecordedDecision? Decision,
    string? TaskId,
    bool PossibleDuplicate,
    [property: JsonConverter(typeof(CamelCase<NotificationStatus>))] NotificationStatus Notification,
    string? Reason,
    IReadOnlyList<Intervention> Interventions)
{
    public static FollowUpView Of(FollowUpRecord record)
    {
        var followUp = record.FollowUp;
        var waits = followUp.State is not (FollowUpState.Done or FollowUpState.Parked) && followUp.NextAttemptAt < DateTimeOffset.MaxValue.AddDays(-1);
        return new FollowUpView(
            followUp.Interaction.InteractionId,
            record.PurgedAt is null ? followUp.Interaction.AgentId : null,
            followUp.OtherAgents,
            followUp.State,
            followUp.Outcome == FollowUpOutcome.None ? null : followUp.Outcome,
            followUp.UnconfirmedSince is not null,
            followUp.ReceivedAt,
            record.PurgedAt,
            waits ? followUp.NextAttemptAt : null,
            followUp.Attempts,
            followUp.Decision,
            followUp.TaskId,
            followUp.PossibleDuplicate,
            followUp.Notification,
            followUp.Reason,
            record.Interventions);
    }
}

/// <summary>A page of follow-ups as operators are shown it.</summary>
internal sealed record FollowUpPageView(IReadOnlyDictionary<string, long> Counts, IReadOnlyList<FollowUpView> Items, long? Next)
{
    public static FollowUpPageView Of(FollowUpPage page)
    {
        var counts = Enum.GetValues<FollowUpState>()
            .ToDictionary(state => JsonName(state.ToString()), state => page.Status.Counts.GetValueOrDefault(state));
        counts["unconfirmed"] = page.Status.Unconfirmed;
        counts["shadowed"] = page.Status.Shadowed;
        counts["compared"] = page.Status.Compared;
        counts["differing"] = page.Status.Differing;
        return new FollowUpPageView(counts, [.. page.Items.Select(FollowUpView.Of)], page.Next);
    }

    private static string JsonName(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
}

/// <summary>What an operator sends along with an intervention.</summary>
internal sealed record InterventionBody(string? Note, string? TaskId);

/// <summary>States are written as they are asked for (<c>?state=parked</c>) and counted; priorities as CXone writes them.</summary>
internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.CamelCase)
    where T : struct, Enum;

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FollowUpView))]
[JsonSerializable(typeof(FollowUpPageView))]
[JsonSerializable(typeof(InterventionBody))]
internal sealed partial class FollowUpJson : JsonSerializerContext;

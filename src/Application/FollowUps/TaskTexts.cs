using System.Globalization;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.FollowUps;

/// <summary>The words people read in CXone: those of the policy in force, and where it sets none, the host's.</summary>
internal sealed class TaskTexts(IFollowUpPolicies policies, FollowUpOptions options)
{
    private PolicyTexts Texts => policies.InForce.Texts;

    public string Subject(FollowUp followUp) => Fill(Texts.Subject, options.Texts.Subject, followUp);

    public string Description(FollowUp followUp)
    {
        var description = Fill(Texts.Description, options.Texts.Description, followUp);
        return followUp.PossibleDuplicate
            ? Fill(Texts.PossibleDuplicate, options.Texts.PossibleDuplicate, followUp) + description
            : description;
    }

    public string Notification(FollowUp followUp) => Fill(Texts.Notification, options.Texts.Notification, followUp);

    private static string Fill(FollowUpText? text, string otherwise, FollowUp followUp) =>
        text?.Fill(placeholder => Value(placeholder, followUp)) ?? FollowUpTexts.Fill(otherwise, followUp);

    private static string? Value(TextPlaceholder placeholder, FollowUp followUp) => placeholder switch
    {
        TextPlaceholder.InteractionId => followUp.Interaction.InteractionId,
        TextPlaceholder.AgentId => followUp.Interaction.AgentId,
        TextPlaceholder.CustomerId => followUp.Interaction.CustomerId,
        TextPlaceholder.Score => followUp.Decision?.Score?.ToString(CultureInfo.InvariantCulture),
        TextPlaceholder.Field => followUp.Decision?.Field,
        TextPlaceholder.Tier => followUp.Decision?.Tier,
        TextPlaceholder.Priority => followUp.Decision?.Priority?.ToString(),
        TextPlaceholder.Policy => followUp.Decision?.Policy,
        TextPlaceholder.Skill => followUp.Interaction.Skill,
        TextPlaceholder.Queue => followUp.Interaction.Queue,
        TextPlaceholder.Channel => followUp.Interaction.Channel,
        TextPlaceholder.Language => followUp.Interaction.Language,
        TextPlaceholder.TaskId => followUp.TaskId,
        _ => null,
    };
}

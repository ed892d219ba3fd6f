using System.Globalization;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.FollowUps;

/// <summary>Fills in the texts of tasks and notifications: those of the policy in force, else those of the options.</summary>
internal sealed class TaskTexts(IFollowUpPolicies policies, FollowUpOptions options)
{
    private readonly TextTemplate _subject = Parse(options.Texts.Subject, taskIsKnown: false);
    private readonly TextTemplate _description = Parse(options.Texts.Description, taskIsKnown: false);
    private readonly TextTemplate _possibleDuplicate = Parse(options.Texts.PossibleDuplicate, taskIsKnown: false);
    private readonly TextTemplate _notification = Parse(options.Texts.Notification, taskIsKnown: true);

    private PolicyTexts OfPolicy => policies.InForce.Texts;

    public string Subject(FollowUp followUp) => Fill(OfPolicy.Subject ?? _subject, followUp);

    public string Description(FollowUp followUp)
    {
        var description = Fill(OfPolicy.Description ?? _description, followUp);
        return followUp.PossibleDuplicate
            ? Fill(OfPolicy.PossibleDuplicate ?? _possibleDuplicate, followUp) + description
            : description;
    }

    public string Notification(FollowUp followUp) => Fill(OfPolicy.Notification ?? _notification, followUp);

    // The validator of the options has refused unknown placeholders by now, and named the setting.
    private static TextTemplate Parse(string text, bool taskIsKnown) => TextTemplate.Parse(text, taskIsKnown, out _)
        ?? throw new InvalidOperationException($"The text '{text}' holds an unknown placeholder.");

    private static string Fill(TextTemplate text, FollowUp followUp) =>
        text.Fill(placeholder => Value(placeholder, followUp));

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

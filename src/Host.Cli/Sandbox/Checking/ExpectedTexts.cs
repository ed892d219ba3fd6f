using System.Globalization;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Sandbox.Checking;

/// <summary>
/// The texts of a follow-up: those of the policy, else the product's. The latter are repeated here, so that a change of them
/// shows as a difference.
/// </summary>
internal sealed class ExpectedTexts(ExpectedFollowUp expected)
{
    public const string InteractionLink = "interaction_id_link";

    private readonly PolicyTexts _texts = expected.Decision.Policy.Texts;
    private readonly FollowUpRequired? _owed = expected.Owed;

    private string InteractionId => expected.Survey.InteractionId;

    public string Subject() => Fill(_texts.Subject) ?? $"Agent Assist: Follow-up required for interaction {InteractionId}";

    public string Description() => Fill(_texts.Description)
        ?? $"Post-interaction satisfaction score: {Score}. Requires agent review and remediation.";

    public string Notification(string taskId) => Fill(_texts.Notification, taskId)
        ?? $"New Assist Task assigned: {taskId}. Review interaction {InteractionId}.";

    private string? Score => _owed?.Score.ToString(CultureInfo.InvariantCulture);

    private string? Fill(TextTemplate? text, string? taskId = null) => text?.Fill(placeholder => Value(placeholder, taskId));

    private string? Value(TextPlaceholder placeholder, string? taskId) => placeholder switch
    {
        TextPlaceholder.InteractionId => InteractionId,
        TextPlaceholder.AgentId => expected.Survey.AgentId,
        TextPlaceholder.CustomerId => expected.Survey.Customer,
        TextPlaceholder.Score => Score,
        TextPlaceholder.Field => _owed?.Field,
        TextPlaceholder.Tier => _owed?.Tier.Name,
        TextPlaceholder.Priority => _owed?.Tier.Priority.ToString(),
        TextPlaceholder.Policy => expected.Decision.Policy.Name,
        TextPlaceholder.Skill => expected.Survey.Skill,
        TextPlaceholder.Queue => expected.Survey.Queue,
        TextPlaceholder.Channel => expected.Facts.Interaction.Channel,
        TextPlaceholder.Language => expected.Survey.Language,
        _ => taskId,
    };
}

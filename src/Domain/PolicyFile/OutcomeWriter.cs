using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>
/// Writes what concerns the task itself: <c>suppress</c>, <c>assignTo</c>, <c>texts</c>.
/// </summary>
internal sealed class OutcomeWriter(Utf8JsonWriter json)
{
    public void Write(FollowUpPolicy policy)
    {
        Suppression(policy);
        Assignee(policy);
        Texts(policy.Texts);
    }

    private void Suppression(FollowUpPolicy policy)
    {
        if (policy.Suppression is not { } rule)
        {
            return;
        }

        json.WriteStartObject("suppress");
        json.WriteString("per", "customerId");
        json.WriteString("within", rule.Within.ToString());
        json.WriteString("unless", "worse");
        json.WriteEndObject();
    }

    private void Assignee(FollowUpPolicy policy)
    {
        if (policy.FallbackAssignee is not { } fallback)
        {
            return;
        }

        json.WriteStartObject("assignTo");
        json.WriteString("default", "agent");
        json.WriteString("fallback", fallback);
        json.WriteEndObject();
    }

    private void Texts(PolicyTexts texts)
    {
        (string Name, TextTemplate? Text)[] set =
        [
            ("subject", texts.Subject), ("description", texts.Description),
            ("possibleDuplicate", texts.PossibleDuplicate), ("notification", texts.Notification),
        ];
        if (set.All(one => one.Text is null))
        {
            return;
        }

        json.WriteStartObject("texts");
        foreach (var (name, text) in set.Where(one => one.Text is not null))
        {
            json.WriteString(name, text!.Template);
        }

        json.WriteEndObject();
    }
}

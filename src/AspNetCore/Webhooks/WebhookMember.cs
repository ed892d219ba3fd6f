using System.Text;
using System.Text.Json;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>A member that is read from a webhook's body.</summary>
internal enum WebhookMember
{
    EventType,
    InteractionId,
    AgentId,
    Timestamp,
    CustomerId,
    Skill,
    Queue,
    Channel,
    Language,
}

/// <summary>The members' names in JSON.</summary>
internal static class WebhookMemberNames
{
    private static readonly string[] Names = [.. Enum.GetNames<WebhookMember>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
    private static readonly byte[][] Utf8Names = [.. Names.Select(Encoding.UTF8.GetBytes)];

    public static string Name(this WebhookMember member) => Names[(int)member];

    /// <summary>The member that a name means.</summary>
    /// <param name="name">The name at which a reader stands.</param>
    /// <param name="isExact">Whether it is spelt as we do: names in JSON are case-sensitive.</param>
    /// <returns>The member; <c>null</c> for any other name.</returns>
    public static WebhookMember? Find(in Utf8JsonReader name, out bool isExact)
    {
        isExact = false;
        WebhookMember? found = null;
        for (var member = 0; member < Utf8Names.Length && !isExact; member++)
        {
            isExact = WebhookText.Is(name, Utf8Names[member]);
            found = isExact || Ascii.EqualsIgnoreCase(name.ValueSpan, Utf8Names[member]) ? (WebhookMember)member : found;
        }

        return found;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.Application;

// Hosts of the version before cannot read attempts at a step that they do not know, and would drop them with their next
// save: a new member needs a migration that raises inbox_schema.minimum_reader.

/// <summary>The steps of a follow-up that call CXone.</summary>
public enum FollowUpStep
{
    /// <summary>The form is read.</summary>
    Form,

    /// <summary>The task is created.</summary>
    Creation,

    /// <summary>The task is looked up, because it is not known whether it was created.</summary>
    LookUp,

    /// <summary>The agent is notified.</summary>
    Notification,
}

/// <summary>An attempt at a step that failed, or several in a row that failed for the same reason.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">When the first of them failed, in UTC.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record FailedAttempt([property: JsonConverter(typeof(CamelCase<FollowUpStep>))] FollowUpStep Step, DateTimeOffset At, string Reason)
{
    /// <summary>How many are kept of a follow-up: the first one, and the latest 19.</summary>
    internal const int MostKept = 20;

    /// <summary>How many failed so in a row. Default 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>When the last of them failed, in UTC; <c>null</c> where it was one.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>What a newer version of this program stored with it.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }

    internal static IReadOnlyList<FailedAttempt> Append(IReadOnlyList<FailedAttempt> attempts, FailedAttempt next)
    {
        if (attempts.Count > 0 && attempts[^1] is var last && (last.Step, last.Reason) == (next.Step, next.Reason))
        {
            return [.. attempts.SkipLast(1), last with { Times = last.Times + 1, LastAt = next.At }];
        }

        return attempts.Count < MostKept
            ? [.. attempts, next]
            : [attempts[0], .. attempts.Skip(attempts.Count - MostKept + 2), next];
    }
}

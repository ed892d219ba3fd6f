using Microsoft.Extensions.Logging;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Counts the members of webhooks that are not used, and warns once about each member and reason: a policy that depends
/// on such a member would otherwise never apply, and nothing would say why.
/// </summary>
internal sealed partial class DroppedMemberLog(WebhookMetrics metrics, ILogger<DroppedMemberLog> logger)
{
    private ulong _warned;

    public void Report(DroppedMembers dropped)
    {
        if (dropped.IsEmpty)
        {
            return;
        }

        var before = Interlocked.Or(ref _warned, dropped.Pairs);
        foreach (var (member, reason) in dropped.All())
        {
            metrics.Dropped(member, reason);
        }

        foreach (var (member, reason) in new DroppedMembers(dropped.Pairs & ~before).All())
        {
            Log.Dropped(logger, member.Name(), Sentence(member, reason));
        }
    }

    private static string Sentence(WebhookMember member, DropReason reason) => reason switch
    {
        DropReason.WrongType when member == WebhookMember.EventType => "it must be text",
        DropReason.WrongType => "it must be text or an integer",
        DropReason.NotAnInteger => "an integer has at most 20 digits, and no sign, fraction or exponent: send it as text",
        DropReason.TooLong => "it is longer than 256 characters",
        DropReason.NotPlainText => "it has control characters or half a surrogate pair",
        DropReason.NotATime => "it is not a time that can be read: send it like 2026-11-22T10:00:00Z, or as Unix seconds",
        _ => "its name is spelt with other capital letters than this one",
    };

    private static partial class Log
    {
        [LoggerMessage(5, LogLevel.Warning,
            "The member {Member} of a webhook is not used: {Reason}. Logged once per member and reason; the metric "
                + WebhookMetrics.DroppedName + " counts them.")]
        public static partial void Dropped(ILogger logger, string member, string reason);
    }
}

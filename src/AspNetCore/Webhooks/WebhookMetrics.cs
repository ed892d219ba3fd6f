using System.Diagnostics.Metrics;
using System.Text.Json;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Counts webhooks by answer: <c>stored</c>, <c>duplicate</c>, <c>reopened</c>, <c>ignored</c>,
/// <c>aborted</c>, or <c>refused</c> with the status; and the members that are not used.
/// </summary>
internal sealed class WebhookMetrics
{
    public const string MeterName = "CxoneAssist.Webhooks";
    public const string CounterName = "cxone_assist.webhooks";

    public const string DroppedName = "cxone_assist.webhooks.dropped_members";

    private readonly Counter<long> _webhooks;
    private readonly Counter<long> _dropped;

    // The factory disposes the meters that it created.
    public WebhookMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _webhooks = meter.CreateCounter<long>(CounterName, "{webhook}", "Webhooks by answer.");
        _dropped = meter.CreateCounter<long>(
            DroppedName, "{member}", "Members of webhooks that are not used, by member and reason.");
    }

    public void Accepted(ReceiveResult receipt) => Count(receipt switch
    {
        ReceiveResult.Duplicate => "duplicate",
        ReceiveResult.Reopened => "reopened",
        _ => "stored",
    });

    public void Ignored() => Count("ignored");

    public void Aborted() => Count("aborted");

    public void Refused(int status) =>
        _webhooks.Add(
            1,
            new KeyValuePair<string, object?>("answer", "refused"),
            new KeyValuePair<string, object?>("status", status));

    public void Dropped(WebhookMember member, DropReason reason) =>
        _dropped.Add(
            1,
            new KeyValuePair<string, object?>("member", member.Name()),
            new KeyValuePair<string, object?>("reason", JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString())));

    private void Count(string answer) => _webhooks.Add(1, new KeyValuePair<string, object?>("answer", answer));
}

using System.Diagnostics.Metrics;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.AspNetCore.Webhooks;

/// <summary>
/// Counts webhooks by answer: <c>stored</c>, <c>duplicate</c>, <c>reopened</c>, <c>ignored</c>,
/// <c>aborted</c>, or <c>refused</c> with the status.
/// </summary>
internal sealed class WebhookMetrics
{
    public const string MeterName = "CxoneAssist.Webhooks";
    public const string CounterName = "cxone_assist.webhooks";

    private readonly Counter<long> _webhooks;

    // The factory disposes the meters that it created.
    public WebhookMetrics(IMeterFactory meters) =>
        _webhooks = meters.Create(MeterName).CreateCounter<long>(CounterName, "{webhook}", "Webhooks by answer.");

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

    private void Count(string answer) => _webhooks.Add(1, new KeyValuePair<string, object?>("answer", answer));
}

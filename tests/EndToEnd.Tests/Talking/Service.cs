using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Talking;

/// <summary>A running host as its callers see it.</summary>
internal sealed class Service(HostProcess process)
{
    public HostProcess Process => process;

    public Uri Address => process.Address;

    public WebhookSender Webhooks { get; } = new(process.Address);

    public Operator Operator { get; } = new(process.Address, HostSettings.OperatorKey);

    public Task<Reply> ReadyAsync() => Reply.GetAsync(new Uri(process.Address, "healthz/ready"));

    /// <summary>Waits until readiness says something.</summary>
    public Task<Reply> ReadyWhenAsync(Func<JsonElement, bool> condition) =>
        Eventually.SeeAsync(ReadyAsync, ready => condition(ready.Json), ready => ready.Body);
}

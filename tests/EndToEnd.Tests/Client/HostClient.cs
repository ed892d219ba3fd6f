using System.Text.Json;
using CxoneAssist.EndToEnd.Tests.Running;

namespace CxoneAssist.EndToEnd.Tests.Client;

/// <summary>A client of a running host.</summary>
internal sealed class HostClient(HostProcess process)
{
    public HostProcess Process => process;

    public Uri Address => process.Address;

    public WebhookSender Webhooks { get; } = new(process.Address);

    public OperatorClient Operator { get; } = new(process.Address, HostSettings.OperatorKey);

    public Task<HostResponse> ReadyAsync() => HostResponse.GetAsync(new Uri(process.Address, "healthz/ready"));

    /// <summary>Waits until the readiness report satisfies a condition.</summary>
    public Task<HostResponse> ReadyWhenAsync(Func<JsonElement, bool> condition) =>
        Eventually.SeeAsync(ReadyAsync, ready => condition(ready.Json), ready => ready.Body);
}

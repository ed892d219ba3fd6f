using System.Text.Json;
using System.Text.RegularExpressions;
using CxoneAssist.EndToEnd.Tests.Running;
using CxoneAssist.EndToEnd.Tests.Client;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>Secrets, and what customers say and are called, must not get into logs and refusals.</summary>
public sealed partial class CanaryTests : EndToEndTest
{
    private const string Customer = "canary-customer-4711";
    private const string Said = "canary-words-of-the-customer";
    private const string Typed = "canary-typed-into-an-address";
    private const string Key = HostSettings.OperatorKey;

    // Whatever can be logged is logged: a lower level leaves lines out, it adds none.
    private static readonly (string, string?)[] EveryLine =
    [
        .. from category in new[] { "Default", "Microsoft", "Microsoft.Hosting.Lifetime", "System.Net.Http", "CxoneAssist.Host.Web.Operators", "Polly" }
           select ($"Logging__LogLevel__{category}", "Trace"),
    ];

    [Test]
    public async Task Log_AtItsMostTalkative_HoldsNoSecretAndNothingOfTheCustomer()
    {
        await StartCxoneAsync(new() { Faults = new() { LookUpStatus = 403, TokenUses = 5 } });
        var host = await StartHostAsync(Settings.With(EveryLine));

        await WorkOnAllKindsOfFormsAsync(host);
        await FailInAllKindsOfWaysAsync(host);
        var refusals = await BeRefusedInAllKindsOfWaysAsync(host);
        refusals.Add(Unescaped((await host.ReadyAsync()).Body));
        await host.Process.StopAsync();

        string[] canaries =
            [Customer, Said, Key, HostSettings.ClientSecret, HostSettings.WebhookSecret, HostSettings.WebhookSecret["whsec_".Length..], .. Cxone.IssuedTokens];
        string[] secrets = [.. canaries.Except([Customer, Said])];
        var stored = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Settings.InboxFile));
        var written = host.Process.Log.Concat(host.Process.Errors).Select(Unescaped).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Cxone.IssuedTokens, Is.Not.Empty);
            Assert.That(written, Has.Some.Contains("\"Trace\"").And.Some.Contains("is parked").And.Some.Contains("cannot be confirmed"));
            Assert.That(refusals.SkipLast(1), Has.All.Contains("\"error\""));
            Assert.That(refusals[^1], Does.Contain("\"degraded\""));
            foreach (var canary in canaries)
            {
                Assert.That(written.Where(line => Holds(line, canary)), Is.Empty);
            }

            Assert.That(stored, Does.Contain(Customer), "The inbox is where it belongs.");
            Assert.That(secrets.Where(secret => Holds(stored, secret)), Is.Empty);
            Assert.That(refusals.Where(refusal => canaries.Append(Typed).Any(canary => Holds(refusal, canary))), Is.Empty);
        }
    }

    private async Task WorkOnAllKindsOfFormsAsync(HostClient host)
    {
        (string InteractionId, string Value)[] forms =
            [("done", "\"2\""), ("no-task", "\"5\""), ("not-a-number", $"\"{Said}\""), ("of-another-shape", $"[\"{Said}\"]")];
        foreach (var (id, value) in forms)
        {
            Cxone.Forms.PutRaw(id, $$"""
                {"interactionId":"{{id}}","customerId":"{{Customer}}","responses":[
                 {"fieldName":"overall_satisfaction","value":{{value}}},{"fieldName":"comment","value":"{{Said}}"}]}
                """);
            await host.Webhooks.SendAsync(new Webhook(id) { CustomerId = Customer });
        }

        Cxone.Forms.PutRaw("no-json", $"<p>{Said}</p>");
        await host.Webhooks.SendAsync(new Webhook("no-json") { CustomerId = Customer });
        await host.Operator.SeeAsync("done", "done");
        await host.Operator.SeeAsync("no-task", "done");
        await host.Operator.SeeAsync("not-a-number", "parked");
        await Eventually.SeeAsync(() => host.Operator.GetAsync("no-json"), reply => reply.Json.Text("reason") is { Length: > 0 }, reply => reply.Body);
    }

    private async Task FailInAllKindsOfWaysAsync(HostClient host)
    {
        Cxone.Forms.Put("doubtful", "1");
        Cxone.Faults = Cxone.Faults with { CreateLostAnswer = 1 };
        await host.Webhooks.SendAsync(new Webhook("doubtful") { CustomerId = Customer });
        await host.ReadyWhenAsync(ready => ready.GetProperty("unconfirmed").GetInt32() == 1);

        Cxone.Forms.Put("not-notified", "1");
        Cxone.Faults = Cxone.Faults with { CreateLostAnswer = 0, NotifyError = 1 };
        await host.Webhooks.SendAsync(new Webhook("not-notified") { CustomerId = Customer });
        await host.Operator.SeeAsync("not-notified", "done");

        Cxone.Faults = Cxone.Faults with { ClientRejected = true, TokenUses = 0 };
        await host.Webhooks.SendAsync(new Webhook("no-client") { CustomerId = Customer });
        await host.ReadyWhenAsync(ready => ready.GetProperty("cxone").Text("healthy") == "False");
    }

    private static async Task<List<string>> BeRefusedInAllKindsOfWaysAsync(HostClient host)
    {
        var said = JsonSerializer.Serialize(new { interactionId = $"{Said} {Customer}", agentId = "agent-1", customerId = Customer });
        HostResponse[] refusals =
        [
            await host.Webhooks.SendAsync(said),
            await host.Webhooks.SendAsync(said[..^1]),
            await host.Webhooks.SendAsync(said, signature: "v1," + HostSettings.WebhookSecret["whsec_".Length..]),
            await host.Webhooks.SendAsync(said, signature: "v1," + Said),
            await host.Operator.GetAsync($"unknown-{Guid.Empty:N}"),
            await host.Operator.GetAsync(Uri.EscapeDataString($"{Typed} ?")),
            await host.Operator.ListAsync(Typed),
            await host.Operator.ConfirmAsync("done", "", Said),
            await host.Operator.ReplayAsync("done", Said),
            await new OperatorClient(host.Address, Key + Said).GetAsync("done"),
            await new OperatorClient(host.Address, null).GetAsync("done"),
        ];
        Assert.That(refusals.Select(refusal => (int)refusal.Status), Is.All.GreaterThanOrEqualTo(400).And.All.LessThan(500));
        return [.. refusals.Select(refusal => Unescaped(refusal.Body))];
    }

    private static bool Holds(string text, string canary) => text.Contains(canary, StringComparison.OrdinalIgnoreCase);

    // Log lines are JSON, and JSON may write any character as a number.
    private static string Unescaped(string text) =>
        Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}

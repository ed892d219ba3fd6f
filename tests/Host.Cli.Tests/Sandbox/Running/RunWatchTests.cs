using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Sandbox.Running;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;
using CxoneAssist.Host.Cli.Tests.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Tests.Sandbox.Running;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RunWatchTests : IDisposable
{
    private static readonly Survey[] Surveys = [new("a-1", "ann", "1", "")];

    private readonly HurriedTime _time = new();
    private readonly ScriptedHost _host = new();
    private readonly Deliveries _deliveries = new(Surveys, seed: 1);

    public void Dispose() => _host.Dispose();

    [Test]
    public async Task UntilOverAsync_AllSentAndSettled_Ends()
    {
        await SendAsync();
        Says(received: 0, done: 1);

        var state = await WatchAsync();

        Assert.That(state.IsOver, Is.True);
    }

    [Test]
    public void UntilOverAsync_AllSettledButNotAllSent_DoesNotEndWell()
    {
        Says(received: 0, done: 1);

        Assert.That(WatchAsync, Throws.TypeOf<CommandFailure>().With.Message.StartsWith("Nothing moved for 60 seconds: 0 of 1 webhooks are acknowledged"));
    }

    [Test]
    public async Task UntilOverAsync_NothingMovesForAMinute_GivesUpAndSaysWhatIsStuck()
    {
        await SendAsync();
        Says(received: 1, done: 0);
        _host.Pages["/follow-ups?state=received&take=100"] = """{"items":[],"next":"1764493200000-7"}""";
        _host.Pages["/follow-ups?state=received&take=100&after=1764493200000-7"] = """{"items":[{"interactionId":"a-1","reason":"CXone is away."}],"next":null}""";

        Assert.That(WatchAsync, Throws.TypeOf<CommandFailure>().With.Message.EndsWith("received: a-1: CXone is away."));
        Assert.That(_time.Passed, Is.EqualTo(TimeSpan.FromSeconds(60)).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void UntilOverAsync_SendingFails_FailsWithIt()
    {
        Says(received: 0, done: 0);

        Assert.That(
            async () => await Watch().UntilOverAsync(Task.FromException(new CommandFailure("refused")), _ => { }, CancellationToken.None),
            Throws.TypeOf<CommandFailure>().With.Message.EqualTo("refused"));
    }

    private Task<RunState> WatchAsync() => Watch().UntilOverAsync(Task.CompletedTask, _ => { }, CancellationToken.None);

    private RunWatch Watch() => new(new ServiceApi(_host.Client(), "key", _time), _deliveries, Surveys.Length, _time);

    private Task SendAsync() => _deliveries.SendAsync(new WebhookSender(_host.Client(), SigningSecret.Fresh(), _time), _time, CancellationToken.None);

    private void Says(int received, int done) =>
        _host.Pages["/healthz/ready"] = $$$"""{"counts":{"received":{{{received}}},"creating":0,"created":0,"done":{{{done}}},"parked":0}}""";
}

using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Sandbox.Service;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>
/// A CXone simulator and a real host in front of it, ready for surveys. Disposing stops both and
/// deletes the folder.
/// </summary>
internal sealed class SandboxStage : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;

    private SandboxStage(
        CxoneSimulator cxone, InboxFolder folder, ServiceProcess host, ServiceSettings settings, TimeProvider time)
    {
        (Cxone, Folder, Host, Settings, _time) = (cxone, folder, host, settings, time);

        // A proxy that is configured for the internet must not be used on loopback.
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            Timeout = LongestAnswer,
        };
        Api = new ServiceApi(Http, settings.OperatorKey, time);
    }

    public CxoneSimulator Cxone { get; }

    public InboxFolder Folder { get; }

    public ServiceProcess Host { get; }

    public ServiceSettings Settings { get; }

    /// <summary>The HTTP client for the host.</summary>
    public HttpClient Http { get; }

    public ServiceApi Api { get; }

    /// <summary>When the customers submitted their forms.</summary>
    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>Starts both and waits until the host is ready.</summary>
    /// <exception cref="CommandFailure">The host does not become ready.</exception>
    public static async Task<SandboxStage> SetUpAsync(
        RunOptions options, PlayedPolicy policy, IReadOnlyList<Survey> surveys, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var settings = new ServiceSettings();
        var submittedAt = time.GetUtcNow();
        var cxone = await SurveyedCxone.StartAsync(
            options, policy.Policy.Question, settings, surveys, submittedAt, time, cancellationToken);
        var folder = new InboxFolder();
        var host = await StartHostAsync(options, policy.File, settings, cxone, folder, time);
        var stage = new SandboxStage(cxone, folder, host, settings, time) { SubmittedAt = submittedAt };
        try
        {
            await stage.WhileHostRunsAsync(stage.WaitUntilReadyAsync, cancellationToken);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Runs an action that needs the host, and fails when the host exits meanwhile.
    /// </summary>
    public async Task WhileHostRunsAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(alive.Token);
        if (await Task.WhenAny(working, Host.Exited) == working)
        {
            await working;
            return;
        }

        await alive.CancelAsync();
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        throw Host.ExitFailure();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cxone.DisposeAsync();
        Folder.Dispose();
        Http.Dispose();
    }

    private static async Task<ServiceProcess> StartHostAsync(
        RunOptions options, string? policy, ServiceSettings settings, CxoneSimulator cxone, InboxFolder folder, TimeProvider time)
    {
        try
        {
            var environment = settings.ToEnvironment(cxone.BaseAddress, folder.Path, options.Faults, policy);
            return ServiceProcess.Start(options.Service, environment, folder.Path, time);
        }
        catch
        {
            folder.Dispose();
            await cxone.DisposeAsync();
            throw;
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestStart, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            Http.BaseAddress = await Host.Listening.WaitAsync(either.Token);
            await Api.WaitUntilReadyAsync(either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw Host.Failure(
                FormattableString.Invariant($"The host did not become ready in {LongestStart.TotalSeconds} seconds."));
        }
    }
}

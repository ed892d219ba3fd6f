using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Checking;
using CxoneAssist.Host.Cli.Sandbox.Report;
using CxoneAssist.Host.Cli.Sandbox.Surveys;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>
/// Sends surveys to a real host in front of a CXone simulator, and checks the results.
/// </summary>
internal sealed class SandboxRun(RunOptions options, Terminal terminal, TimeProvider time)
{
    private const int MostParkedListed = 10_000;

    /// <summary>Runs the sandbox.</summary>
    /// <returns>The exit code: 0 where everything is as the policy demands.</returns>
    /// <exception cref="CommandFailure">It cannot start or does not end.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var policy = await PlayedPolicy.ReadAsync(options.PolicyFile, options.Settings, cancellationToken);
        var surveys = options.SurveyFile is { } file
            ? SurveyFile.Read(file, policy.Policy)
            : GeneratedSurveys.Create(options.Interactions, options.Seed, policy.Policy);
        await using var stage = await SandboxStage.SetUpAsync(options, policy, surveys, time, cancellationToken);
        var starting = time.GetElapsedTime(started);
        new RunHeader(terminal, options).Show(stage, policy, surveys.Count);
        var result = await PlayAsync(stage, policy.Policy, surveys, cancellationToken);
        new Summary(terminal).Show(result, starting);
        stage.Folder.Keep = !result.IsAgreed;
        new Agreement(terminal).Show(result, stage.Folder);
        if (options.Stay)
        {
            await new ManualTrial(terminal, stage).UntilStoppedAsync(result.Parked is not null, cancellationToken);
        }

        return result.IsAgreed ? ExitCode.Ok : ExitCode.Findings;
    }

    private async Task<RunResult> PlayAsync(
        SandboxStage stage, FollowUpPolicy policy, IReadOnlyList<Survey> surveys, CancellationToken cancellationToken)
    {
        RunResult? result = null;
        try
        {
            await stage.WhileHostRunsAsync(
                async alive =>
                    result = await PlayAsync(stage, policy, new Deliveries(surveys, options.Seed), surveys.Count, alive),
                cancellationToken);
            return result!;
        }
        catch (CommandFailure failure)
        {
            stage.Folder.Keep = true;
            throw new CommandFailure($"{failure.Message}\n{stage.Folder.Kept}", failure.Code);
        }
    }

    private async Task<RunResult> PlayAsync(
        SandboxStage stage, FollowUpPolicy policy, Deliveries deliveries, int interactions,
        CancellationToken cancellationToken)
    {
        var first = time.GetTimestamp();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAsync(stage, deliveries, first, over.Token);
        try
        {
            var watch = new RunWatch(stage.Api, deliveries, interactions, time);
            var state = await new Progress(terminal, time).FollowAsync(
                new RunState(0, deliveries.Total, interactions, default).ToProgress(),
                tell => watch.UntilOverAsync(sending, now => tell(now.ToProgress()), cancellationToken));
            var settling = time.GetElapsedTime(first);
            var parked = await stage.Api.FollowUpsAsync("parked", MostParkedListed, cancellationToken);
            ExpectedFollowUp[] expected =
            [
                .. deliveries.Played.Select(
                    played => ExpectedFollowUp.Create(played.Survey, policy, played.CompletedAt, stage.SubmittedAt)),
            ];
            var stated = await stage.Api.PolicyAsync(cancellationToken);
            return new RunResult(
                expected, deliveries, stage.Cxone.Ledger.Snapshot(), state.Inbox, parked, await sending, stated, settling);
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> SendAsync(
        SandboxStage stage, Deliveries deliveries, long first, CancellationToken cancellationToken)
    {
        await deliveries.SendAsync(
            new WebhookSender(stage.Http, stage.Settings.WebhookSecret, time), time, cancellationToken);
        return time.GetElapsedTime(first);
    }
}

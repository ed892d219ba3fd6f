using CxoneAssist.Host.Sandbox.Checking;
using CxoneAssist.Host.Sandbox.Report;
using CxoneAssist.Host.Sandbox.Surveys;
using CxoneAssist.Host.Sandbox.Webhooks;

namespace CxoneAssist.Host.Sandbox.Running;

/// <summary>Plays surveys to a real host in front of a CXone look-alike, and checks what comes of it.</summary>
internal sealed class SandboxRun(RunOptions options, Terminal terminal, TimeProvider time)
{
    private const int MostParkedListed = 10_000;

    /// <summary>Runs.</summary>
    /// <returns>The exit code: 0 where everything is as the policy says.</returns>
    /// <exception cref="RunFailure">It cannot start or does not come to an end.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var surveys = options.SurveyFile is { } file ? SurveyFile.Read(file) : GeneratedSurveys.Create(options.Interactions, options.Seed);
        await using var stage = await Stage.SetUpAsync(options, surveys, time, cancellationToken);
        var starting = time.GetElapsedTime(started);
        new Opening(terminal, options).Show(stage, surveys.Count);
        var result = await PlayAsync(stage, surveys, cancellationToken);
        new Summary(terminal).Show(result, starting);
        stage.Folder.Keep = result.Disagreements.Count > 0;
        new Verdict(terminal).Show(result, stage.Folder);
        if (options.Stay)
        {
            await new Staying(terminal, stage).UntilStoppedAsync(result.Parked is not null, cancellationToken);
        }

        return result.Disagreements.Count == 0 ? 0 : RunFailure.Failed;
    }

    private async Task<RunResult> PlayAsync(Stage stage, IReadOnlyList<Survey> surveys, CancellationToken cancellationToken)
    {
        RunResult? result = null;
        try
        {
            await stage.WhileHostRunsAsync(async alive => result = await PlayAsync(stage, new Deliveries(surveys, options.Seed), surveys.Count, alive), cancellationToken);
            return result!;
        }
        catch (RunFailure failure)
        {
            stage.Folder.Keep = true;
            throw new RunFailure($"{failure.Message}\n{stage.Folder.Kept}", failure.ExitCode);
        }
    }

    private async Task<RunResult> PlayAsync(Stage stage, Deliveries deliveries, int interactions, CancellationToken cancellationToken)
    {
        var first = time.GetTimestamp();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = SendAsync(stage, deliveries, first, over.Token);
        try
        {
            var watch = new RunWatch(stage.Api, deliveries, interactions, time);
            var state = await Progress.FollowAsync(terminal, deliveries.Total, interactions, show => watch.UntilOverAsync(sending, show, cancellationToken), time);
            var settling = time.GetElapsedTime(first);
            var parked = await stage.Api.FollowUpsAsync("parked", MostParkedListed, cancellationToken);
            ExpectedFollowUp[] expected = [.. deliveries.Played.Select(played => ExpectedFollowUp.Of(played.Survey, played.CompletedAt))];
            return new RunResult(expected, deliveries, stage.Cxone.Ledger.Snapshot(), state.Inbox, parked, await sending, settling);
        }
        finally
        {
            await over.CancelAsync();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> SendAsync(Stage stage, Deliveries deliveries, long first, CancellationToken cancellationToken)
    {
        await deliveries.SendAsync(new WebhookSender(stage.Http, stage.Settings.WebhookSecret, time), time, cancellationToken);
        return time.GetElapsedTime(first);
    }
}

using System.Net;
using System.Net.Http.Headers;
using CxoneAssist.Compare.Load;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare.Figures;

/// <summary>How long operators' questions take on a large inbox while webhooks arrive.</summary>
internal static class Questions
{
    public const string OperatorKey = "operator-key-of-the-benchmark";

    private const int PerSecond = 300;
    private const int TimesEach = 100;

    private static readonly TimeSpan CxoneLatency = TimeSpan.FromMilliseconds(50);

    // The last ones match few rows or none: as many are compared as a page allows.
    private static readonly string[] Asked =
    [
        "", "order=newest", "state=parked", "state=done&order=newest", "customer=customer-4711", "agent=agent-42&order=newest", "task=task-70000",
        "since=2h&priority=high", "agent=agent-42&state=parked", "priority=critical", "priority=critical&order=newest", "customer=nobody",
        "state=unconfirmed", "since=2h&until=1m&priority=low&order=newest", "agent=agent-42&priority=critical",
    ];

    public static async Task TakeAsync(Bench bench, CancellationToken cancellationToken)
    {
        var rows = bench.Settings.Backlog;
        Report.Line($"\n== {bench.Store.Name}: questions, {rows:N0} rows, {PerSecond} webhooks/s, {TimesEach} times each");
        var inbox = await bench.SetUpInboxAsync(cancellationToken);
        await bench.Store.FillWithEndedAsync(inbox, rows, cancellationToken);
        await using var cxone = await SimulatorProcess.StartAsync(CxoneLatency, cancellationToken);
        await using var running = await bench.Ours.StartAsync(cxone.Address, inbox, bench.NewFolder(), cancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri($"http://{running.Target}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", OperatorKey);

        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var load = SendAsync(running.Target, asked.Token);
        foreach (var question in Asked)
        {
            await AskAsync(http, question, cancellationToken);
        }

        await asked.CancelAsync();
        Report.Line($"   webhooks meanwhile: {await load}");
    }

    private static async Task AskAsync(HttpClient http, string question, CancellationToken cancellationToken)
    {
        List<double> times = [];
        for (var i = 0; i < TimesEach; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await http.GetStringAsync(new Uri("follow-ups?" + question, UriKind.Relative), cancellationToken);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        Report.Line(FormattableString.Invariant(
            $"   {(question.Length == 0 ? "all" : question),-48} p50 {times[TimesEach / 2],6:F1} ms, p99 {times[(TimesEach * 99 / 100) - 1],6:F1} ms, at most {times[^1],6:F1} ms"));
    }

    private static async Task<string> SendAsync(IPEndPoint target, CancellationToken asked)
    {
        var webhooks = new SignedWebhooks("question");
        List<LoadResult> seconds = [];
        while (!asked.IsCancellationRequested)
        {
            seconds.Add(await new LoadLoop(target, webhooks.Next(PerSecond), 1, PerSecond).RunAsync(TimeSpan.FromSeconds(5), CancellationToken.None));
        }

        var late = seconds.Select(second => second.Percentile(0.99)).Order().ToList();
        return $"{seconds.Sum(second => second.Acknowledged):N0} acknowledged, {seconds.Sum(second => second.Refused)} refused; "
            + $"p99 of a second {late[late.Count / 2].TotalMilliseconds:F1} ms in the middle, {late[^1].TotalMilliseconds:F1} ms at most";
    }
}

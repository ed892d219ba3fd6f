using System.CommandLine;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Report;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys;
using CxoneAssist.Host.Cli.Surveys.Columns;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// The command <c>policy backtest</c>: runs past surveys through a policy, and compares it with
/// another one.
/// </summary>
internal sealed class BacktestCommand
{
    private readonly CommandContext _context;
    private readonly SurveyOptions _surveys = new();
    private readonly Argument<string> _policy = new("POLICY") { Description = "The policy's file." };

    private readonly Option<string?> _against = new("--against")
    {
        Description =
            "A second policy's file, usually the one in force: what moves from it to POLICY is shown with examples.",
        HelpName = "POLICY",
    };

    private readonly Option<string?> _report =
        new("--report") { Description = "Write a report with charts, one HTML file.", HelpName = "FILE.html" };

    private BacktestCommand(CommandContext context) => _context = context;

    public static Command Create(CommandContext context)
    {
        var self = new BacktestCommand(context);
        var command = new ToolCommand(
            "backtest", "Runs past surveys through a policy: tasks by priority, per agent and day, due dates by hour; with two, what moves.", """
            cxone-assist policy backtest policy.json --input surveys.csv
            cxone-assist policy backtest new.json --against old.json --input surveys.csv --zone Europe/Berlin --report report.html
            cxone-assist policy backtest nps.json --input - --map score=nps --map customer=account --json < surveys.jsonl
            """).With([self._policy, self._against, .. self._surveys.Options, self._report]);
        command.SetHandler(context, self.RunAsync);
        return command;
    }

    private async Task<CommandResult> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var policy = await PolicyFiles.ReadAsync(parsed.GetRequiredValue(_policy), cancellationToken);
        var against = parsed.GetValue(_against) is { } other
            ? await PolicyFiles.ReadAsync(other, cancellationToken)
            : null;
        var zone = _surveys.Zone(parsed) ?? policy.Calendar?.Zone ?? against?.Calendar?.Zone ?? TimeZoneInfo.Utc;
        using var report = parsed.GetValue(_report) is { } path ? ReportFile.Claim(path, Read(parsed)) : null;
        var result = await RunAsync(
            parsed,
            new PolicyRun(policy, zone),
            against is null ? null : new PolicyRun(against, zone),
            zone,
            cancellationToken);
        if (report is not null)
        {
            await report.WriteAsync(HtmlReport.Render(result), cancellationToken);
            await _context.Error.WriteLineAsync($"The report is in {report.Path}.");
        }

        return new BacktestOutput(result);
    }

    private IEnumerable<string> Read(ParseResult parsed) => ((string?[])[
        parsed.GetRequiredValue(_policy), parsed.GetValue(_against), _surveys.File(parsed)]).OfType<string>();

    private async Task<BacktestResult> RunAsync(
        ParseResult parsed, PolicyRun policy, PolicyRun? against, TimeZoneInfo zone,
        CancellationToken cancellationToken)
    {
        var bad = new BadRows();
        // Opening a pipe can block, and so can reading its first line; Ctrl-C must not wait for
        // either.
        using var input = await Task.Run(() => _surveys.Open(parsed, _context), cancellationToken)
            .WaitAsync(cancellationToken);
        var columns = Columns(parsed, policy.Policy, against?.Policy);
        using var surveys = await Task.Run(() => _surveys.Read(parsed, input, columns, zone, bad), cancellationToken)
            .WaitAsync(cancellationToken);
        var run = new BacktestRun(policy, against);
        await new Progress(_context.OpenError(), _context.Time).FollowAsync(State(input, 0), async tell =>
        {
            await run.RunAsync(surveys, decided => tell(State(input, decided)), cancellationToken);
            return run.Moves;
        });
        columns.InsistOnGiven(input.Name, surveys.Columns);
        return new BacktestResult(input.Name, zone, policy, against, run.Moves, bad)
        {
            Columns = [.. surveys.Columns],
            ReadAs = [.. surveys.ReadAs],
            Unit = surveys.Unit,
            MadeAt = _context.Time.GetUtcNow(),
            NotFound =
                [.. AskedFor(columns, policy.Policy, against?.Policy).Except(surveys.Columns.Select(one => one.What))],
        };
    }

    // The number of surveys is known only at the end, so the bar shows the bytes that were read.
    private static ProgressState State(SurveyInput input, long decided) =>
        new(IsOver: false, new ProgressItem($"{Format.Number(decided)} surveys", input.Position, input.Length));

    private static IEnumerable<string> AskedFor(ColumnMap columns, params IEnumerable<FollowUpPolicy?> policies)
    {
        var known = policies.OfType<FollowUpPolicy>().ToList();
        var conditions = known.SelectMany(policy => policy.Overrides)
            .SelectMany(one => one.When).OfType<FactCondition>();
        return columns.Answers
            .Append(SurveyFacts.Name(SurveyFact.Agent))
            .Concat(known.Any(policy => policy.Suppression is not null) ? [SurveyFacts.Name(SurveyFact.Customer)] : [])
            .Concat(
                conditions.Select(condition => SurveyFacts.Name(Enum.Parse<SurveyFact>(condition.Fact.ToString()))));
    }

    private ColumnMap Columns(ParseResult parsed, params IEnumerable<FollowUpPolicy?> policies)
    {
        var known = policies.OfType<FollowUpPolicy>().ToList();
        return new ColumnMap(
            [.. known.Select(policy => policy.Question)],
            [.. known.SelectMany(policy => policy.Overrides).SelectMany(one => one.When).OfType<AnswerCondition>()],
            _surveys.Map(parsed));
    }
}

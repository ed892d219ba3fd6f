using System.Globalization;
using CxoneAssist.Infrastructure.Cxone.RateLimiting;
using CxoneAssist.RateLimiters;
using CxoneAssist.RateLimiters.Candidates;

// Arguments: only every n-th scenario (1), and words that select limiters by their names.
(string Name, Func<int, ILearnedRate> Create)[] limiters =
[
    ("bucket, faster", concurrency => new AdaptiveRate(concurrency)),
    ("CUBIC as published", _ => new AwsCubicRate(oncePerPause: false)),
    ("CUBIC, once a pause", _ => new AwsCubicRate(oncePerPause: true)),
    ("AIMD", _ => new AimdRate()),
    ("CUBIC, relative", concurrency => new CubicRate(concurrency)),
];
var every = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 1;
var names = args.Skip(1).ToArray();
var grid = Scenario.Grid().Where((_, index) => index % every == 0).ToArray();
var table = new Report(grid);
foreach (var (name, create) in limiters.Where(one => names.Length == 0 || names.Any(one.Name.Contains)))
{
    table.Write(name, create);
    Report.WriteFurther(name, create);
}

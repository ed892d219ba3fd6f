using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Policies;
using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CxoneAssist.Infrastructure.Tests.Policies;

/// <summary>A folder with policy files in it, and the policies that follow them on a clock of the test's.</summary>
internal sealed class PolicyFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("policy-tests-").FullName;

    public FakeTimeProvider Clock { get; } = new();

    public FakeLogger<FollowUpPolicies> Logger { get; } = new();

    public IEnumerable<string> Log => Logger.Collector.GetSnapshot().Select(record => record.Message);

    public static string Policy(string name, string more = "") => $$"""
        { "name": "{{name}}", "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [ { "name": "t", "below": 3, "priority": "High", "due": "1d" } ], "notice": "1h"{{more}} }
        """;

    public string At(string name) => Path.Combine(_path, name);

    public string Put(string name, string content)
    {
        File.WriteAllText(At(name), content);
        return At(name);
    }

    public FollowUpPolicies Open(string? file, string? shadow = null, FollowUpPolicy? own = null) => new(
        Options.Create(new PolicyOptions { File = file, Shadow = shadow }), Options.Create(new InboxOptions()), Clock, Logger,
        SettingWords.OfConfiguration, own);

    /// <summary>Lets a content be seen twice.</summary>
    public void Pass(int looks = 2)
    {
        for (var i = 0; i < looks; i++)
        {
            Clock.Advance(FollowUpPolicies.Interval);
        }
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

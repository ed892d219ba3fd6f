using System.Diagnostics;
using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Policies;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Tests.Policies;

public sealed class FollowUpPoliciesTests
{
    private static readonly FollowUpPolicy Own =
        new("own", FollowUpPolicy.Default.Question, new([new Tier("t", 2, TaskPriority.Low, default)]), default);

    private PolicyFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void InForce_NoFile_IsTheDefault()
    {
        using var policies = _folder.Open(null);
        Assert.That((policies.InForce, policies.Shadow), Is.EqualTo((FollowUpPolicy.Default, (FollowUpPolicy?)null)));
    }

    [Test]
    public void InForce_OwnPolicyRegistered_IsIt()
    {
        using var policies = _folder.Open(null, own: Own);
        Assert.That(policies.InForce, Is.SameAs(Own));
    }

    [Test]
    public void Validate_OwnPolicyRegisteredAndAFileNamed_IsRefusedForEitherCouldBeMeant()
    {
        var both = new PolicyOptions { File = _folder.Put("p.json", PolicyFolder.Policy("file")) };
        Assert.That(Validate(both, Own).FailureMessage, Does.StartWith("CxoneAssist:Policy:File names a file").And.Contains("'own'"));
        Assert.That(Validate(new PolicyOptions { Shadow = both.File }, Own).Succeeded);
    }

    [Test]
    public void InForce_FileWrittenOver_FollowsOnceItWasSeenTwice()
    {
        using var policies = _folder.Open(_folder.Put("p.json", PolicyFolder.Policy("one")));
        _folder.Put("p.json", PolicyFolder.Policy("two"));
        _folder.Pass(1);
        Assert.That(policies.InForce.Name, Is.EqualTo("one"), "it may be being written");
        _folder.Pass(1);
        Assert.That((policies.InForce.Name, policies.ReloadErrors.Count), Is.EqualTo(("two", 0)));
        Assert.That(_folder.Log.Last(), Does.StartWith("CxoneAssist:Policy:File: policy 'two', version "));
    }

    [Test]
    public void InForce_AnotherFileMovedInItsPlace_Follows()
    {
        using var policies = _folder.Open(_folder.Put("p.json", PolicyFolder.Policy("one")));
        File.Move(_folder.Put("p.json.tmp", PolicyFolder.Policy("two")), _folder.At("p.json"), overwrite: true);
        _folder.Pass();
        Assert.That(policies.InForce.Name, Is.EqualTo("two"));
    }

    [Test]
    public void InForce_LinkOnTheWayTurned_Follows()
    {
        Directory.CreateDirectory(_folder.At("v1"));
        Directory.CreateDirectory(_folder.At("v2"));
        _folder.Put("v1/p.json", PolicyFolder.Policy("one"));
        _folder.Put("v2/p.json", PolicyFolder.Policy("two"));
        Directory.CreateSymbolicLink(_folder.At("data"), "v1");
        using var policies = _folder.Open(_folder.At("data/p.json"));

        Directory.CreateSymbolicLink(_folder.At("data-next"), "v2");
        File.Delete(_folder.At("data"));
        Directory.Move(_folder.At("data-next"), _folder.At("data"));
        _folder.Pass();
        Assert.That(policies.InForce.Name, Is.EqualTo("two"));
    }

    [Test]
    public void InForce_HalfAFile_IsNeverTakenNorComplainedOfWhileItGrows()
    {
        using var policies = _folder.Open(_folder.Put("p.json", PolicyFolder.Policy("one")));
        var text = PolicyFolder.Policy("two");
        for (var length = 0; length < text.Length; length += 10)
        {
            _folder.Put("p.json", text[..length]);
            _folder.Pass(1);
            Assert.That((policies.InForce.Name, policies.ReloadErrors.Count), Is.EqualTo(("one", 0)));
        }

        _folder.Put("p.json", text);
        _folder.Pass();
        Assert.That(policies.InForce.Name, Is.EqualTo("two"));
    }

    private const string NeverInTime = """
        { "name": "two", "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
          "tiers": [ { "name": "t", "below": 3, "priority": "High", "due": "120bh" } ],
          "calendar": { "zone": "UTC", "hours": { "mon": ["09:00-10:00"] } } }
        """;

    [TestCase("{ \"name\": ", "(1,")]
    [TestCase(NeverInTime, "(2,68) $.tiers[0].due: '120bh' never ends within two years", Description = "it would park every follow-up")]
    [TestCase("", "It is empty")]
    [TestCase(null, "There is no such file")]
    public void InForce_BadVersion_LeavesTheOneBeforeAndSaysSoOnce(string? content, string place)
    {
        using var policies = _folder.Open(_folder.Put("p.json", PolicyFolder.Policy("one")));
        var before = _folder.Log.Count();
        if (content is null)
        {
            File.Delete(_folder.At("p.json"));
        }
        else
        {
            _folder.Put("p.json", content);
        }

        _folder.Pass(10);
        Assert.That(policies.InForce.Name, Is.EqualTo("one"));
        Assert.That(policies.ReloadErrors.Single(), Does.StartWith("CxoneAssist:Policy:File holds a version that is not usable; 'one', version ").And.Contains(place));
        Assert.That(_folder.Log.Skip(before), Has.Exactly(1).Items);

        _folder.Put("p.json", PolicyFolder.Policy("one"));
        _folder.Pass(10);
        Assert.That(policies.ReloadErrors, Is.Empty);
        Assert.That(_folder.Log.Skip(before + 1).Single(), Does.StartWith("CxoneAssist:Policy:File is usable again: policy 'one'"));
    }

    // These tests run with invariant globalization: nothing is normalised in them.
    [Test]
    public void InForce_LettersThatThisProcessCannotNormalise_AreWarnedOfOncePerVersionWithTheirPlaces()
    {
        var file = _folder.Put("p.json", PolicyFolder.Policy("one", Queues("caf\u00e9", "vip")));
        using var policies = _folder.Open(file);
        _folder.Pass(10);
        Assert.That(NotNormalised().Single(), Does.Contain("Policy 'one'").And.Contain(" in $.overrides[0].when.queue:").And.Contain("libicu"));

        _folder.Put("p.json", PolicyFolder.Policy("two", Queues("plain", "vip")));
        _folder.Pass(10);
        Assert.That((policies.InForce.Name, NotNormalised().Count()), Is.EqualTo(("two", 1)));

        using var own = _folder.Open(null, own: new(
            "own", new ScoreQuestion("z\u00e9ro", 1, 5), FollowUpPolicy.Default.Tiers, default));
        Assert.That(NotNormalised().Last(), Does.Contain("Policy 'own'").And.Contain(" in $.score.field:"));
    }

    private static string Queues(params string[] queues) => $$"""
        , "overrides": [ { "name": "o", "when": { "queue": ["{{string.Join("\", \"", queues)}}"] },
                           "tiers": [ { "name": "u", "below": 4, "priority": "Low", "due": "1d" } ] } ]
        """;

    private IEnumerable<string> NotNormalised() => _folder.Log.Where(line => line.StartsWith("Texts are not normalised", StringComparison.Ordinal));

    [Test]
    public void InForce_OnlyCommentsChanged_StaysTheSameObject()
    {
        using var policies = _folder.Open(_folder.Put("p.json", PolicyFolder.Policy("one")));
        var before = policies.InForce;
        _folder.Put("p.json", "// Signed off.\n" + PolicyFolder.Policy("one"));
        _folder.Pass();
        Assert.That(policies.InForce, Is.SameAs(before));
    }

    [Test]
    public void Shadow_ItsFile_IsFollowedByItself()
    {
        using var policies = _folder.Open(
            _folder.Put("p.json", PolicyFolder.Policy("one")), _folder.Put("s.json", PolicyFolder.Policy("shadow")));
        _folder.Put("s.json", "[]");
        _folder.Pass();
        Assert.That((policies.InForce.Name, policies.Shadow!.Name), Is.EqualTo(("one", "shadow")));
        Assert.That(policies.ReloadErrors.Single(), Does.StartWith("CxoneAssist:Policy:Shadow holds"));
    }

    [Test]
    public void Validate_FilesThatAreRefused_NamesSettingFilePlaceAndRemedy()
    {
        var bad = _folder.Put("bad.json", PolicyFolder.Policy("bad").Replace("\"1d\"", "\"1y\"", StringComparison.Ordinal));
        var result = Validate(new() { File = bad, Shadow = _folder.At("none.json") });
        Assert.That(result.Failures, Has.Exactly(2).Items);
        Assert.That(result.Failures!.First(), Does.StartWith($"CxoneAssist:Policy:File ({bad}) (2,").And.Contains("$.tiers[0].due"));
        Assert.That(result.Failures!.Last(), Is.EqualTo($"CxoneAssist:Policy:Shadow ({_folder.At("none.json")}): There is no such file: name one that is there."));
    }

    [TestCase("folder")]
    [TestCase("link-to-folder")]
    public void Validate_Folder_IsToldFromAFileThatMayNotBeRead(string name)
    {
        Directory.CreateDirectory(_folder.At("folder"));
        Directory.CreateSymbolicLink(_folder.At("link-to-folder"), "folder");
        Assert.That(Refusal(name), Is.EqualTo("It is a folder: name a file in it."));
    }

    [Test]
    public void Validate_LinkToItself_BlamesNoRights()
    {
        File.CreateSymbolicLink(_folder.At("loop"), "loop");
        Assert.That(Refusal("loop"), Does.StartWith("It cannot be read: check its name, the links"));
    }

    [Test]
    [Platform("Linux,MacOsX")]
    [CancelAfter(10_000)]
    public async Task Validate_PipeThatNobodyWrites_IsRefusedAndNotWaitedFor(CancellationToken cancellationToken)
    {
        await PipeAsync(_folder.At("pipe"));
        Directory.CreateSymbolicLink(_folder.At("folder-link"), ".");
        File.CreateSymbolicLink(_folder.At("link"), "folder-link/pipe");

        var refusals = Task.Run(() => new[] { Refusal("pipe"), Refusal("link"), Refusal("/dev/zero") }, CancellationToken.None);
        Assert.That(await refusals.WaitAsync(cancellationToken), Has.All.StartsWith("It is empty, or no ordinary file (a pipe, a device): "));
    }

    [Test]
    public void Validate_FileLargerThanAPolicyMayBe_NamesTheLimit() =>
        Assert.That(Refusal(Path.GetFileName(_folder.Put("large.json", new string(' ', 5 * 1024 * 1024)))), Does.Contain("1 MiB"));

    [TestCase("")]
    [TestCase(" ")]
    public void Validate_BlankName_IsRefusedAndNotTakenForNone(string blank)
    {
        var result = Validate(new() { File = blank, Shadow = blank });
        Assert.That(result.Failures, Is.EqualTo(new[]
        {
            "CxoneAssist:Policy:File is blank: name a policy's file, or leave the setting out where the built-in policy, "
                + "or one registered with the services, is meant.",
            "CxoneAssist:Policy:Shadow is blank: name a policy's file, or leave the setting out where none is meant.",
        }));
    }

    [Test]
    public void Validate_WindowLongerThanTheRetention_NamesBothSettings()
    {
        const string suppress = """, "suppress": { "per": "customerId", "within": "91d", "unless": "worse" }""";
        var result = Validate(new() { File = _folder.Put("p.json", PolicyFolder.Policy("long", suppress)) });
        Assert.That(result.Failures!.Single(), Does.Contain("$.suppress.within").And.Contains("91d").And.Contains("CxoneAssist:Inbox:Retention"));
    }

    [Test]
    public void Validate_Usable_Succeeds() =>
        Assert.That(Validate(new() { File = _folder.Put("p.json", PolicyFolder.Policy("one")) }).Succeeded, Is.True);

    private static async Task PipeAsync(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync();
    }

    private string Refusal(string name)
    {
        var file = _folder.At(name);
        return Validate(new() { File = file }).Failures!.Single().Replace($"CxoneAssist:Policy:File ({file}): ", "", StringComparison.Ordinal).Replace($"CxoneAssist:Policy:File ({file}) ", "", StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(PolicyOptions options, FollowUpPolicy? own = null) =>
        new PolicyOptionsValidator(Options.Create(new InboxOptions()), own).Validate(null, options);
}

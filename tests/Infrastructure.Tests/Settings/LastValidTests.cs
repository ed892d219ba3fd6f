using CxoneAssist.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CxoneAssist.Infrastructure.Tests.Settings;

internal sealed class LastValidTests
{
    private readonly List<string> _reports = [];
    private Func<string> _source = () => "one";

    [SetUp]
    public void Forget()
    {
        _reports.Clear();
        _source = () => "one";
    }

    [Test]
    public void Refresh_OfAnotherValue_TakesItAndReportsIt()
    {
        var value = Start();
        Refresh(value, () => "two", () => "two");

        Assert.That((value.Current, value.Error, Reports), Is.EqualTo(("two", (string?)null, "changed two")));
    }

    [Test]
    public void Refresh_OfASourceThatIsNotUsable_KeepsTheValueAndReportsEachReasonOnce()
    {
        var value = Start();
        Refresh(value, Unusable("short"), Unusable("short"), Unusable("absent"));

        Assert.That((value.Current, value.Error), Is.EqualTo(("one", "absent")));
        Assert.That(Reports, Is.EqualTo("refused short, refused absent"));
    }

    [Test]
    public void Refresh_ThatFailsUnexpectedly_KeepsTheValueAndNamesNothingButTheType()
    {
        var value = Start();
        Refresh(value, () => throw new FormatException("hush"));

        Assert.That((value.Current, Reports), Is.EqualTo(("one", "refused They cannot be read (FormatException).")));
    }

    [Test]
    public void Refresh_OfTheSameValueAfterTrouble_ReportsThatItIsUsableAgain()
    {
        var value = Start();
        Refresh(value, Unusable("short"), () => "one", () => "one");

        Assert.That((value.Error, Reports), Is.EqualTo(((string?)null, "refused short, usable one")));
    }

    [Test]
    public void Refresh_OfAnotherValueAfterTrouble_ReportsTheChangeAlone()
    {
        var value = Start();
        Refresh(value, Unusable("short"), () => "two");

        Assert.That((value.Error, Reports), Is.EqualTo(((string?)null, "refused short, changed two")));
    }

    [Test]
    public void Check_TellsTheReasonAndTakesNothing()
    {
        var value = Start();

        _source = Unusable("short");
        Assert.That(value.Check(), Is.EqualTo("short"));
        _source = () => "two";
        Assert.That((value.Check(), value.Current, Reports), Is.EqualTo(((string?)null, "one", "refused short")));
    }

    [Test]
    public void Refresh_AfterACheckThatFoundTheSourceUsable_ReportsThatItIsUsableAgainOnce()
    {
        var value = Start();
        Refresh(value, Unusable("short"));
        _source = () => "one";
        value.Check();

        Refresh(value, () => "one", () => "one");

        Assert.That((value.Error, Reports), Is.EqualTo(((string?)null, "refused short, usable one")));
    }

    [Test]
    public void Refresh_WhoseReportsThrow_StillTakesTheValueAndThrowsNothing()
    {
        var value = new LastValid<string>("one", _ => _source(), string.Equals)
        {
            OnChanged = _ => throw new InvalidOperationException("The log is full."),
            OnRefused = _ => throw new InvalidOperationException("The log is full."),
            OnUsableAgain = _ => throw new InvalidOperationException("The log is full."),
        };

        Assert.That(() => Refresh(value, Unusable("short")), Throws.Nothing);
        Assert.That(value.Error, Is.EqualTo("short"));
        Assert.That(() => Refresh(value, () => "one", () => "two"), Throws.Nothing);
        Assert.That((value.Error, value.Current), Is.EqualTo(((string?)null, "two")));
        _source = Unusable("short");
        Assert.That(value.Check(), Is.EqualTo("short"));
    }

    [Test]
    public void Follow_TakesWhatChangedBeforeAndAfterwardsUntilItEnds()
    {
        var changes = new List<CancellationTokenSource>();
        var value = Start();

        _source = () => "two";
        var watch = value.Follow(NextChange);
        Assert.That(value.Current, Is.EqualTo("two"));
        _source = () => "three";
        changes[^1].Cancel();
        Assert.That(value.Current, Is.EqualTo("three"));

        watch.Dispose();
        _source = () => "four";
        changes[^1].Cancel();
        Assert.That(value.Current, Is.EqualTo("three"));
        changes.ForEach(change => change.Dispose());

        CancellationChangeToken NextChange()
        {
            changes.Add(new());
            return new(changes[^1].Token);
        }
    }

    private string Reports => string.Join(", ", _reports);

    private LastValid<string> Start() => new("one", _ => _source(), string.Equals)
    {
        OnChanged = value => _reports.Add($"changed {value}"),
        OnRefused = finding => _reports.Add($"refused {finding}"),
        OnUsableAgain = value => _reports.Add($"usable {value}"),
    };

    private void Refresh(LastValid<string> value, params Func<string>[] sources)
    {
        foreach (var source in sources)
        {
            _source = source;
            value.Refresh();
        }
    }

    private static Func<string> Unusable(string finding) =>
        () => throw new OptionsValidationException("key", typeof(string), [finding]);
}

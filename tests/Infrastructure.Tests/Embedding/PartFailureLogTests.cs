using CxoneAssist.Application.FollowUps;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.FollowUps;
using CxoneAssist.Infrastructure.Tests.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CxoneAssist.Infrastructure.Tests.Embedding;

internal sealed class PartFailureLogTests
{
    private SteppedTime _time = null!;
    private FakeLogger<PartFailureLog> _logger = null!;

    [SetUp]
    public void SetUp() => (_time, _logger) = (new(Given.Noon), new());

    [Test]
    public void Report_OfAPartOfTheServicesOwn_IsAWarningWithMemberInteractionAndTheException()
    {
        var thrown = Thrown("The board is full.");

        new PartFailureLog(_time, _logger).Report(new PartMember(new OwnTasks(), "Compose"), "i-1", thrown);

        var logged = _logger.Collector.GetSnapshot().Single();
        Assert.That((logged.Level, logged.Exception), Is.EqualTo((LogLevel.Warning, thrown)));
        Assert.That(logged.Message, Does.StartWith("OwnTasks.Compose threw for interaction i-1."));
    }

    [Test]
    public void Report_WithinAMinute_IsOneLineForEachMemberAndTypeAndThenTheNumber()
    {
        var log = new PartFailureLog(_time, _logger);
        for (var i = 0; i < 3; i++)
        {
            log.Report(new PartMember(new OwnTasks(), "Compose"), $"i-{i}", Thrown("x"));
            log.Report(new PartMember(new OwnTasks(), "Compose"), $"i-{i}", new FormatException());
            log.Report(new PartMember(new OwnForms(), "ReadAsync"), $"i-{i}", Thrown("x"));
        }

        Assert.That(_logger.Collector.Count, Is.EqualTo(3));
        _time.Advance(TimeSpan.FromMinutes(1));
        log.Report(new PartMember(new OwnTasks(), "Compose"), "i-9", Thrown("x"));

        Assert.That(_logger.LatestRecord.Message, Is.EqualTo("OwnTasks.Compose threw for interaction i-9. Not logged since the last time: 2 more."));
    }

    [TestCase(true, TestName = "Report_OfAnAdapterOfOurs_HoldsTheStackAndNotTheMessage")]
    [TestCase(false, TestName = "Report_OfADefect_HoldsTheStackAndNotTheMessage")]
    public void Report_OfOurs_HoldsTheStackAndNotTheMessage(bool isAdapter)
    {
        var (log, thrown) = (new PartFailureLog(_time, _logger), Thrown("Jane Customer, +44 20 7946 0000"));
        if (isAdapter)
        {
            log.Report(new PartMember(new Adapter(), "FindAsync"), "i-1", thrown);
        }
        else
        {
            log.ReportDefect("i-1", thrown);
        }

        var logged = _logger.Collector.GetSnapshot().Single();
        Assert.That(logged.Exception, Is.Null);
        Assert.That(logged.Message, Does.Contain("InvalidOperationException").And.Contain(nameof(Thrown)).And.Not.Contain("Jane"));
    }

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private sealed class Adapter : ICallsCxone;
}

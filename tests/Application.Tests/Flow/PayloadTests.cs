using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests.Flow;

internal sealed class PayloadTests
{
    private static readonly string[] OnlyParked = ["read form", "save Parked"];

    private readonly FlowHarness _harness = new();

    [TestCase("due in the past", "The due date lies in the past.")]
    [TestCase("due too late", "The due date lies more than two years ahead.")]
    [TestCase("no subject", "'Subject' must not be empty.")]
    [TestCase("long description", "'Description' must be 4000 characters or fewer")]
    public async Task Payload_Wrong_IsParkedUnsent(string fault, string reason)
    {
        Break(fault);

        var end = await _harness.ReceiveAndRunAsync();

        Assert.That(end!.Reason, Does.StartWith("The task cannot be sent: ").And.Contain(reason));
        Assert.That(_harness.Journal.Steps, Is.EqualTo(OnlyParked));
        Assert.That((end.State, end.Payload, end.IntentAt), Is.EqualTo((FollowUpState.Parked, (string?)null, (DateTimeOffset?)null)));
    }

    private void Break(string fault)
    {
        if (fault.StartsWith("due", StringComparison.Ordinal))
        {
            // Without notice a task can be due at the very instant it is made.
            var due = new FollowUpDuration(fault == "due too late" ? 105 : 0, DurationUnit.Weeks);
            _harness.Policy = new("odd", FollowUpPolicy.Default.Question, new([new Tier("t", 3, TaskPriority.Low, due)]), default);
        }

        _harness.Options.Texts = fault switch
        {
            "no subject" => new() { Subject = " " },
            "long description" => new() { Description = new string('x', 4001) },
            _ => new(),
        };
    }
}

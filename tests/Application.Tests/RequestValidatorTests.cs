using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;
using FluentValidation.Results;

namespace CxoneAssist.Application.Tests;

internal sealed class RequestValidatorTests
{
    private const string Id = "interaction-1";

    private static readonly string[] NotIds = ["", " ", "..", "../workflows/tasks", "a/b", "a\0", "a\r\nb", "%2e", "é", new('a', 129)];

    private static readonly string LongestNote = new('n', 1000);

    private static IEnumerable<TestCaseData> RightRequests =>
        new object[]
        {
            new AcceptInteraction(new(Id, "agent-1")), new AcceptInteraction(new(new('a', 128), "7")),
            Work(FollowUpState.Received), Work(FollowUpState.Creating), Work(FollowUpState.Created),
            new GetFollowUp(Id),
            new ListFollowUps(new(), null, 1), new ListFollowUps(new() { State = FollowUpState.Parked, Unconfirmed = true }, new(DateTimeOffset.MaxValue, long.MaxValue), 500),
            new ReplayFollowUp(Id, "n"), new ReplayFollowUp(Id, LongestNote),
            new DiscardFollowUp(Id, "n"), new DiscardFollowUp(Id, LongestNote),
            new ConfirmFollowUp(Id, "t", "n"), new ConfirmFollowUp(Id, new('t', 200), LongestNote), new ConfirmFollowUp(Id, "<script>", "n"),
        }.Select(request => new TestCaseData(request));

    private static IEnumerable<TestCaseData> WrongRequests =>
    [
        .. NotIds.SelectMany(id => new[]
        {
            Wrong(new AcceptInteraction(new(id, "agent-1")), "interactionId is not a valid id."),
            Wrong(new AcceptInteraction(new(Id, id)), "agentId is not a valid id."),
            Wrong(new GetFollowUp(id), "That is not a valid interaction id."),
            Wrong(new ReplayFollowUp(id, "n"), "That is not a valid interaction id."),
            Wrong(new DiscardFollowUp(id, "n"), "That is not a valid interaction id."),
            Wrong(new ConfirmFollowUp(id, "t", "n"), "That is not a valid interaction id."),
        }),
        .. new[] { null, "", "  " }.SelectMany(note => new[]
        {
            Wrong(new ReplayFollowUp(Id, note!), "A note is required."),
            Wrong(new DiscardFollowUp(Id, note!), "A note is required."),
            Wrong(new ConfirmFollowUp(Id, "t", note!), "A note is required."),
            Wrong(new ConfirmFollowUp(Id, note!, "n"), "taskId is required."),
        }),
        Wrong(new GetFollowUp(null!), "That is not a valid interaction id."),
        Wrong(new ReplayFollowUp(Id, LongestNote + "n"), "A note has at most 1,000 characters."),
        Wrong(new DiscardFollowUp(Id, LongestNote + "n"), "A note has at most 1,000 characters."),
        Wrong(new ConfirmFollowUp(Id, "t", LongestNote + "n"), "A note has at most 1,000 characters."),
        Wrong(new ConfirmFollowUp(Id, new('t', 201), "n"), "taskId has at most 200 characters."),
        Wrong(new ConfirmFollowUp(Id, "t\n", "n"), "taskId holds control characters."),
        Wrong(new ListFollowUps(new(), null, 0), "take must be from 1 to 500."),
        Wrong(new ListFollowUps(new(), null, 501), "take must be from 1 to 500."),
        Wrong(Work(FollowUpState.Done), "Only a follow-up that is received, creating or created can be worked on."),
        Wrong(Work(FollowUpState.Parked), "Only a follow-up that is received, creating or created can be worked on."),
    ];

    [TestCaseSource(nameof(RightRequests))]
    public void Validate_RightRequest_HasNoObjection(object request) => Assert.That(Validate(request).Errors, Is.Empty);

    [TestCaseSource(nameof(WrongRequests))]
    public void Validate_WrongRequest_SaysWhatIsWrongAndNothingElse(object request, string message) =>
        Assert.That(Validate(request).Errors.Select(error => error.ErrorMessage), Is.EqualTo(new[] { message }));

    private static ValidationResult Validate(object request) => request switch
    {
        AcceptInteraction accept => new AcceptInteractionValidator().Validate(accept),
        FollowUpOnInteraction work => new FollowUpOnInteractionValidator().Validate(work),
        GetFollowUp get => new GetFollowUpValidator().Validate(get),
        ListFollowUps list => new ListFollowUpsValidator().Validate(list),
        ReplayFollowUp replay => new ReplayFollowUpValidator().Validate(replay),
        ConfirmFollowUp confirm => new ConfirmFollowUpValidator().Validate(confirm),
        DiscardFollowUp discard => new DiscardFollowUpValidator().Validate(discard),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static FollowUpOnInteraction Work(FollowUpState state) => new(new ClaimedFollowUp(
        new FollowUp(new CompletedInteraction(Id, "agent-1"), JumpingTime.Morning) { State = state }, new Lease(1, 1, JumpingTime.Morning)));

    private static TestCaseData Wrong(object request, string message) => new(request, message);
}

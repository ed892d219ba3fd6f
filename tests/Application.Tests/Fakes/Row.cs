using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Tests.Fakes;

internal sealed class Row(long id, FollowUp followUp)
{
    private readonly List<OperatorAction> _operatorActions = [];

    public long Id => id;

    public FollowUp FollowUp { get; set; } = followUp;

    public long Token { get; private set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public FollowUpRecord Record(DateTimeOffset now) => new(id, Token, LeasedUntil > now, FollowUp, [.. _operatorActions]);

    public ClaimedFollowUp Claim(DateTimeOffset until)
    {
        LeasedUntil = until;
        return new ClaimedFollowUp(FollowUp, new Lease(id, ++Token, until));
    }

    public bool Amend(FollowUpRecord current, FollowUp next, OperatorAction action, DateTimeOffset now)
    {
        if (Token != current.Token || LeasedUntil > now)
        {
            return false;
        }

        Token++;
        FollowUp = next;
        _operatorActions.Add(action);
        return true;
    }
}

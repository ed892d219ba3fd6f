using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Infrastructure.Tests.Inbox;

/// <summary>Questions, each with the index that its rows are to be found by.</summary>
internal static class Searches
{
    public static readonly object[] All =
    [
        new object[] { new FollowUpFilter(), "follow_up_state" },
        new object[] { new FollowUpFilter { NewestFirst = true }, "follow_up_state" },
        new object[] { new FollowUpFilter { State = FollowUpState.Done }, "follow_up_state" },
        new object[] { new FollowUpFilter { State = FollowUpState.Done, NewestFirst = true }, "follow_up_state" },
        new object[] { new FollowUpFilter { Since = Given.Noon, Until = Given.Noon.AddDays(1) }, "follow_up_state" },
        new object[] { new FollowUpFilter { Priority = TaskPriority.High }, "follow_up_state" },
        new object[] { new FollowUpFilter { Unconfirmed = true }, "follow_up_unconfirmed" },
        new object[] { new FollowUpFilter { Shadowed = true }, "follow_up_shadowed" },
        new object[] { new FollowUpFilter { Differing = true }, "follow_up_shadow_differs" },
        new object[] { new FollowUpFilter { Customer = "c", State = FollowUpState.Done }, "follow_up_customer" },
        new object[] { new FollowUpFilter { Agent = "a", State = FollowUpState.Parked, Since = Given.Noon }, "follow_up_agent" },
        new object[] { new FollowUpFilter { Task = "t", Customer = "c", Agent = "a" }, "follow_up_task" },
    ];
}

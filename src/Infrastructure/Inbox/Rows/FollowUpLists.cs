using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>The lists that a database has an index for.</summary>
internal static class FollowUpLists
{
    /// <summary>Which of its statements lists what a filter asks for; <c>null</c> where nothing can match.</summary>
    public static TStatement? Choose<TStatement>(
        FollowUpFilter filter,
        TStatement all,
        TStatement byState,
        TStatement unconfirmed,
        TStatement shadowed,
        TStatement differing)
        where TStatement : struct => filter switch
        {
            { Differing: true, Shadowed: false, Unconfirmed: false, State: null } => differing,
            { Differing: true } => null,
            { Shadowed: true, Unconfirmed: false, State: null or FollowUpState.Done } => shadowed,
            { Shadowed: true } => null,
            { Unconfirmed: true, State: null or FollowUpState.Creating } => unconfirmed,
            { Unconfirmed: true } => null,
            { State: not null } => byState,
            _ => all,
        };
}

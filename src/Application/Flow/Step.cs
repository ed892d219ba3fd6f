using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Flow;

/// <summary>
/// Where the work came to rest, yet to be saved under the lease; without one it is saved already. <c>null</c> in its place: the lease was lost on
/// the way.
/// </summary>
internal sealed record Step(FollowUp FollowUp, Lease? Lease);

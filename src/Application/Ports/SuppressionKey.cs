using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>Where a follow-up that owes a task stands among those of its customer. The same customer, policy and field: one at a time.</summary>
/// <param name="CustomerId">The customer's id.</param>
/// <param name="Policy">The name of the policy that decided.</param>
/// <param name="Field">The question it goes by.</param>
/// <param name="Score">The score it was decided on.</param>
/// <param name="At">The time of its turn: when its task counts as created.</param>
/// <param name="Since">From when on earlier tasks are of interest.</param>
internal sealed record SuppressionKey(string CustomerId, string Policy, string Field, decimal Score, DateTimeOffset At, DateTimeOffset Since);

/// <summary>What the inbox knows of a customer in a follow-up's turn. Parked and discarded follow-ups are none.</summary>
/// <param name="Earlier">Follow-ups whose task was created since, in any order.</param>
/// <param name="Pending">Follow-ups whose task is being created, or is to be created again, in any order.</param>
/// <param name="Undecided">An interaction received before this one whose follow-up has not come to its turn yet; <c>null</c> where there is none.</param>
internal sealed record CustomerHistory(IReadOnlyList<EarlierFollowUp> Earlier, IReadOnlyList<EarlierFollowUp> Pending, string? Undecided)
{
    /// <summary>The follow-up's turn could not be had in time, and nothing is known: another one of the customer is having it.</summary>
    public static CustomerHistory Unknown { get; } = new([], [], null) { IsUnknown = true };

    /// <summary>Whether it is <see cref="Unknown"/>.</summary>
    public bool IsUnknown { get; private init; }
}

/// <summary>What became of a follow-up in its turn.</summary>
/// <param name="Lease">The lease, which starts anew; <c>null</c> where it was given up with what was saved.</param>
/// <param name="FollowUp">What was saved.</param>
internal sealed record SuppressionResult(Lease? Lease, FollowUp FollowUp);

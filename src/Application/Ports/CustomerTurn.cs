using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>Where a follow-up that owes a task stands among those of its customer. The same customer, policy and field: one at a time.</summary>
/// <param name="CustomerId">The customer's id.</param>
/// <param name="Policy">The name of the policy that decided.</param>
/// <param name="Field">The question it goes by.</param>
/// <param name="Score">The score it was decided on.</param>
/// <param name="At">The time of its turn: when its task counts as created.</param>
/// <param name="Since">From when on earlier tasks are of interest.</param>
public sealed record CustomerTurn(string CustomerId, string Policy, string Field, decimal Score, DateTimeOffset At, DateTimeOffset Since);

/// <summary>What the inbox knows of a customer in a follow-up's turn.</summary>
/// <param name="Earlier">
/// Follow-ups whose task was created since, is being created, or is to be created again; in any order. Parked and discarded ones are none.
/// </param>
/// <param name="Undecided">An interaction received before this one whose follow-up has not come to its turn yet; <c>null</c> where there is none.</param>
public sealed record CustomerHistory(IReadOnlyList<EarlierFollowUp> Earlier, string? Undecided);

/// <summary>What became of a follow-up in its turn.</summary>
/// <param name="Lease">The lease, which starts anew.</param>
/// <param name="FollowUp">What was saved.</param>
public sealed record TurnTaken(Lease Lease, FollowUp FollowUp);

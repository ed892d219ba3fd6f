using System.Text.Json.Serialization;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Operators;

/// <summary>What came of an operator's action.</summary>
public enum OperatorActionOutcome
{
    /// <summary>It is in force, and its note kept.</summary>
    Applied,

    /// <summary>The interaction is not known.</summary>
    NotFound,

    /// <summary>It does not fit the state the follow-up is in; nothing was changed.</summary>
    Refused,
}

/// <summary>The answer to an operator's action.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">One sentence for the operator.</param>
public sealed record OperatorActionResult([property: JsonConverter(typeof(CamelCase<OperatorActionOutcome>))] OperatorActionOutcome Outcome, string Message);

/// <summary>Reads a follow-up, lets a pure function say what it becomes, and applies that unless it changed meanwhile.</summary>
internal sealed class OperatorActions(IFollowUpRecords records, TimeProvider time)
{
    /// <summary>A change of a follow-up: what it becomes, or, as text, why it cannot be done.</summary>
    public delegate (FollowUp? Next, string Message) Change(FollowUp followUp, DateTimeOffset now);

    public async Task<OperatorActionResult> ApplyAsync(
        IOperatorAction request, string kind, Change change, CancellationToken cancellationToken)
    {
        var record = await records.FindAsync(request.InteractionId, cancellationToken);
        if (record is null)
        {
            return new(OperatorActionOutcome.NotFound, "No webhook was received for this interaction.");
        }

        if (record.Leased)
        {
            return new(OperatorActionOutcome.Refused, "It is being worked on right now; try again in a moment.");
        }

        if (record.PurgedAt is not null)
        {
            return new(OperatorActionOutcome.Refused, "Its contents were deleted: there is nothing left to work with.");
        }

        var now = time.GetUtcNow();
        var (next, message) = change(record.FollowUp, now);
        if (next is null)
        {
            return new(OperatorActionOutcome.Refused, message);
        }

        var action = new OperatorAction(now, kind, request.Note) { Actor = request.Actor };
        var applied = await records.AmendAsync(record, next, action, cancellationToken);
        return applied
            ? new(OperatorActionOutcome.Applied, message)
            : new(OperatorActionOutcome.Refused, "It changed while you decided; look at it again.");
    }
}

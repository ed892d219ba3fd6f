using System.Text.Json;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The differences between two policies.</summary>
internal sealed record MovesDocument(
    long Unmoved,
    MoveDocument New,
    MoveDocument Gone,
    MoveDocument Suppressed,
    MoveDocument Raised,
    MoveDocument Lowered,
    MoveDocument Earlier,
    MoveDocument Later,
    MoveDocument Review)
{
    public static MovesDocument From(Moves moves) => new(
        moves.Unmoved,
        MoveDocument.From(moves, MoveKind.New),
        MoveDocument.From(moves, MoveKind.Gone),
        MoveDocument.From(moves, MoveKind.Suppressed),
        MoveDocument.From(moves, MoveKind.Raised),
        MoveDocument.From(moves, MoveKind.Lowered),
        MoveDocument.From(moves, MoveKind.Earlier),
        MoveDocument.From(moves, MoveKind.Later),
        MoveDocument.From(moves, MoveKind.Review));
}

/// <summary>One kind of difference.</summary>
internal sealed record MoveDocument(long Count, IEnumerable<MovedDocument> Examples)
{
    public static MoveDocument From(Moves moves, MoveKind kind) => new(
        moves.CountOf(kind), moves.Examples(kind).Select(example => new MovedDocument(
            example.Line, example.InteractionId, example.Score,
            OutcomeDocument.From(example.Before), OutcomeDocument.From(example.After))));
}

internal sealed record MovedDocument(
    long Line, string Interaction, string? Score, OutcomeDocument Before, OutcomeDocument After);

internal sealed record OutcomeDocument(string Outcome, string? Priority, string? Due)
{
    public static OutcomeDocument From(Outcome outcome) => new(
        JsonNamingPolicy.CamelCase.ConvertName(outcome.Kind.ToString()),
        outcome.Tier?.Priority.ToString(),
        outcome.Kind == OutcomeKind.Task ? Format.IsoTime(outcome.DueAt) : null);
}

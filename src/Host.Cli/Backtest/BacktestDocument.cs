using System.Text.Json.Serialization;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>
/// A backtest's document: the policy's figures, their sources, and the policy it was compared with.
/// </summary>
internal sealed class BacktestDocument : RunDocument
{
    private readonly BacktestResult _result;

    // Not public: the source generator would otherwise also generate a reader.
    internal BacktestDocument(BacktestResult result)
        : base(result.Policy) => _result = result;

    [JsonPropertyOrder(1)]
    public BadRowsDocument BadRows => new(
        _result.Bad.Count, _result.Bad.First.Select(row => new BadRowDocument(row.Line, row.What)));

    [JsonPropertyOrder(2)]
    public long LostCharacters => _result.Bad.LostCharacters;

    [JsonPropertyOrder(3)]
    public string Zone => _result.Zone.Id;

    // A question may have the name of a fact: as in most JSON readers, the last one counts.
    [JsonPropertyOrder(4)]
    public Dictionary<string, string> Columns =>
        _result.Columns.GroupBy(one => one.What).ToDictionary(group => group.Key, group => group.Last().Column);

    [JsonPropertyOrder(5)]
    public IReadOnlyList<string> NotFound => _result.NotFound;

    [JsonPropertyOrder(6)]
    public IReadOnlyList<string> ReadAs => _result.ReadAs;

    [JsonPropertyOrder(6)]
    public IReadOnlyList<string> Warnings => _result.Warnings;

    [JsonPropertyOrder(7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunDocument? Against => _result.Against is { } against ? new(against) : null;

    [JsonPropertyOrder(8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MovesDocument? Moves => _result.Against is null ? null : MovesDocument.From(_result.Moves);
}

/// <summary>Rows that were skipped.</summary>
internal sealed record BadRowsDocument(long Count, IEnumerable<BadRowDocument> First);

internal sealed record BadRowDocument(long Line, string What);

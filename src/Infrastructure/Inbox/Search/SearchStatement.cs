using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Search;

/// <summary>
/// The statements of one search. They are composed of constant texts, because there are as many as ways to ask. One
/// condition has an index, in the order of receipt; what else is asked for is compared row by row, for a bounded number
/// of rows, so that no question costs more than a fraction of a second.
/// </summary>
internal sealed class SearchStatement
{
    /// <summary>How many rows are looked at for a page, where not each of them matches.</summary>
    public const int MostLookedAt = 10_000;

    private readonly SearchFilter _filter;
    private readonly bool _namesIndexes;
    private readonly string _order;

    private SearchStatement(FollowUpFilter filter, SearchDialect dialect, bool continues)
    {
        _filter = SearchFilter.Of(filter, dialect, continues);
        _namesIndexes = dialect.NamesIndexes;
        _order = filter.NewestFirst ? "desc" : "asc";
    }

    /// <summary>Whether rows are looked at that do not match.</summary>
    public bool Compares => _filter.Compared.Count > 0;

    /// <summary>Gives the rows of a page: <c>@take</c> of them, out of <c>@looked_at</c>.</summary>
    public string Page => $"""
        select {string.Join(", ", FollowUpColumns.ReadInLists)}
        from ({LookedAt}) as looked join follow_up on id = looked_id
        {(Compares ? "where " + string.Join(" and ", _filter.Compared) : "")}
        order by looked_when {_order}, looked_id {_order} limit @take
        """;

    /// <summary>Gives the last row that is looked at for a page, if that many are left.</summary>
    public string LastLookedAt => $"""
        select looked_when, looked_id from ({LookedAt}) as looked
        order by looked_when {_order}, looked_id {_order} limit 1 offset @looked_at - 1
        """;

    private string LookedAt => $"""
        select * from ({string.Join(" union all ", _filter.Indexed.Select(Indexed))}) as indexed
        order by looked_when {_order}, looked_id {_order} limit @looked_at
        """;

    /// <param name="filter">What is asked for.</param>
    /// <param name="dialect">The database's.</param>
    /// <param name="continues">Whether it goes on after the row <c>@after</c>, received at <c>@after_at</c>.</param>
    public static SearchStatement Compose(FollowUpFilter filter, SearchDialect dialect, bool continues) => new(filter, dialect, continues);

    private string Indexed((string Index, string Condition) part) => $"""
        select * from (
            select id as looked_id, received_at as looked_when
            from follow_up {(_namesIndexes ? "indexed by " + part.Index : "")}
            where {string.Join(" and ", [part.Condition, .. _filter.Period])}
            order by received_at {_order}, id {_order} limit @looked_at
        ) as one
        """;
}

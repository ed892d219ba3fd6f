using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Search;

/// <summary>Runs a statement of a search and reads its rows.</summary>
internal delegate ValueTask<List<T>> RunSearch<T>(string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<IRow, T> read);

/// <summary>A search, page by page, in the order of receipt.</summary>
internal static class SearchRun
{
    private const string FindReceipt = "select received_at from follow_up where id = @after";

    /// <returns>The page; <c>null</c> where there is no row <paramref name="after"/>.</returns>
    public static async ValueTask<FollowUpRows?> PageAsync(
        FollowUpFilter filter, long after, int take, SearchDialect dialect, RunSearch<FollowUpRecord> rows, RunSearch<long> numbers)
    {
        var parameters = Parameters(filter);
        if (after > 0)
        {
            parameters.Add(("after", after));
            if (await numbers(FindReceipt, [("after", after)], row => row.Long(0)) is not [var at])
            {
                return null;
            }

            parameters.Add(("after_at", at));
        }

        var search = SearchStatement.Compose(filter, dialect, continues: after > 0);
        // One more than is asked for tells whether there is a next page.
        parameters.Add(("looked_at", search.Compares ? SearchStatement.MostLookedAt : take + 1L));
        var items = await rows(search.Page, [.. parameters, ("take", take + 1L)], row => FollowUpRow.Read(row));
        if (items.Count > take)
        {
            return new(items[..take], items[take - 1].Id);
        }

        var last = search.Compares ? await numbers(search.LastLookedAt, parameters, row => row.Long(0)) : [];
        return new(items, last is [var id] ? id : null);
    }

    private static List<(string Name, object Value)> Parameters(FollowUpFilter filter)
    {
        List<(string Name, object? Value)> all =
        [
            ("task", filter.Task),
            ("customer", filter.Customer),
            ("agent", filter.Agent),
            ("priority", (long?)filter.Priority),
            ("since", UnixTime.From(filter.Since)),
            ("until", UnixTime.From(filter.Until)),
        ];
        return [.. all.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Name, parameter.Value!))];
    }
}

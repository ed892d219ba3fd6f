using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Rows;

namespace CxoneAssist.Infrastructure.Inbox.Search;

/// <summary>Runs a statement of a search and reads its rows.</summary>
internal delegate ValueTask<List<T>> RunSearch<T>(string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<IRow, T> read);

/// <summary>A search, page by page, in the order of receipt.</summary>
internal static class SearchRun
{
    public static async ValueTask<FollowUpRows> PageAsync(
        FollowUpFilter filter, PagePosition? after, int take, SearchDialect dialect, RunSearch<FollowUpRecord> rows, RunSearch<PagePosition> positions)
    {
        var parameters = Parameters(filter, after);
        var search = SearchStatement.Compose(filter, dialect, continues: after is not null);
        // One more than is asked for tells whether there is a next page.
        parameters.Add(("looked_at", search.Compares ? SearchStatement.MostLookedAt : take + 1L));
        var items = await rows(search.Page, [.. parameters, ("take", take + 1L)], row => FollowUpRow.Read(row));
        if (items.Count > take)
        {
            var end = items[take - 1];
            return new(items[..take], new(end.FollowUp.ReceivedAt, end.Id));
        }

        var last = search.Compares ? await positions(search.LastLookedAt, parameters, row => new(row.Time(0), row.Long(1))) : [];
        return new(items, last is [var position] ? position : null);
    }

    private static List<(string Name, object Value)> Parameters(FollowUpFilter filter, PagePosition? after)
    {
        List<(string Name, object? Value)> all =
        [
            ("task", filter.Task),
            ("customer", filter.Customer),
            ("agent", filter.Agent),
            ("priority", (long?)filter.Priority),
            ("notification", (long?)filter.Notification),
            ("since", UnixTime.From(filter.Since)),
            ("until", UnixTime.From(filter.Until)),
            ("after", after?.Id),
            ("after_at", UnixTime.From(after?.ReceivedAt)),
        ];
        return [.. all.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Name, parameter.Value!))];
    }
}

using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>A customer's follow-ups, each of them whole: lists leave out what makes them long, and who acted.</summary>
/// <param name="Found">The follow-ups.</param>
/// <param name="HasMore">Whether there are others.</param>
internal sealed record CustomerFollowUps(IReadOnlyList<FollowUpDetails> Found, bool HasMore)
{
    /// <summary>Reads them.</summary>
    /// <param name="inbox">The inbox.</param>
    /// <param name="customer">The customer's id.</param>
    /// <param name="order"><c>oldest</c> or <c>newest</c> first.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandFailure">The customer is not valid.</exception>
    public static async Task<CustomerFollowUps> ReadAsync(
        IInboxAccess inbox, string customer, string order, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!FollowUpQuery.TryRead([new("customer", customer), new("order", order)], now, out var query, out var error))
        {
            throw new CommandFailure("--" + error, ExitCode.Usage);
        }

        List<FollowUpDetails> found = [];
        PagePosition? next = null;
        do
        {
            // A page may be short, and have a next one all the same.
            var page = await inbox.ListAsync(next is { } after ? query.From(after) : query, cancellationToken);
            foreach (var item in page.Items)
            {
                if (found.Count == most)
                {
                    return new(found, HasMore: true);
                }

                found.Add(await inbox.GetAsync(item.InteractionId, cancellationToken) ?? item);
            }

            next = page.Next;
        }
        while (next is not null);

        return new(found, HasMore: false);
    }
}

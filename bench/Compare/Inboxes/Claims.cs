using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CxoneAssist.Compare.Inboxes;

/// <summary>Claims from an inbox as a host does, without the host around it.</summary>
internal static class Claims
{
    private const int Times = 200;
    private const int AtOnce = 16;

    /// <summary>How many rows are claimed: so many have to be due.</summary>
    public const int Rows = Times * AtOnce;

    /// <summary>How long 99 of 100 claims take at most.</summary>
    public static async Task<TimeSpan> Late99Async(string connectionString, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddCxoneAssist(new ConfigurationBuilder().AddInMemoryCollection(Settings(connectionString)).Build()).Services
            .BuildServiceProvider();
        var inbox = services.GetRequiredService<IFollowUpInbox>();

        // The other hosted services would work on what is claimed.
        await services.GetServices<IHostedService>().First(service => service.GetType().Name == "InboxOpener").StartAsync(cancellationToken);
        List<TimeSpan> times = [];
        for (var i = 0; i < Times; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var claimed = await inbox.ClaimAsync(AtOnce, cancellationToken);
            times.Add(TimeProvider.System.GetElapsedTime(began));
            if (claimed.Count != AtOnce)
            {
                throw new InvalidOperationException("Less was due than was to be claimed.");
            }
        }

        return times.Order().ElementAt((int)(Times * 0.99));
    }

    private static Dictionary<string, string?> Settings(string connectionString) => new()
    {
        ["ConnectionStrings:Inbox"] = connectionString,
        ["CxoneAssist:Cxone:Org"] = "nobody",
        ["CxoneAssist:Cxone:ClientId"] = "id",
        ["CxoneAssist:Cxone:ClientSecret"] = "secret",
    };
}

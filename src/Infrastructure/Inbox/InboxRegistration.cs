using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.Retention;
using CxoneAssist.Infrastructure.Inbox.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Inbox;

internal static class InboxRegistration
{
    private const string DefaultConnectionString = "Data Source=data/inbox.db";

    public static IServiceCollection AddInbox(this IServiceCollection services, string? connectionString)
    {
        services.AddOptions<InboxOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxOptions>, InboxOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxOptions>, LeaseValidator>());
        services.TryAddSingleton(provider => new HandOver(Settings(provider).HandOverCapacity));
        services.TryAddSingleton(provider => new SqliteInbox(
            string.IsNullOrWhiteSpace(connectionString) ? DefaultConnectionString : connectionString,
            Settings(provider),
            provider.GetRequiredService<HandOver>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteInbox>>()));
        services.TryAddSingleton<IFollowUpInbox>(provider => provider.GetRequiredService<SqliteInbox>());
        services.TryAddSingleton<IFollowUpRecords>(provider => provider.GetRequiredService<SqliteInbox>());
        return services.AddHostedService<InboxOpening>().AddHostedService<RetentionRuns>();
    }

    private static InboxOptions Settings(IServiceProvider provider) => provider.GetRequiredService<IOptions<InboxOptions>>().Value;
}

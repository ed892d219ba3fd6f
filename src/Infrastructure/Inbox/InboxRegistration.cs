using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Inbox.PostgreSql;
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
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InboxOptions>, LeaseValidator>());
        services.TryAddSingleton(provider =>
        {
            var count = Settings(provider).PrefetchCount;
            return new PrefetchBuffer(count - (count / 2), count / 2);
        });
        _ = PostgreSqlServer.IsMeantBy(connectionString)
            ? services.AddPostgreSql(connectionString!)
            : services.AddSqlite(string.IsNullOrWhiteSpace(connectionString) ? DefaultConnectionString : connectionString);
        return services.AddHostedService<InboxOpener>().AddHostedService<RetentionRuns>();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(provider => new SqliteInbox(
            connectionString,
            Settings(provider),
            provider.GetRequiredService<PrefetchBuffer>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteInbox>>(),
            provider.GetRequiredService<IFollowUpPolicies>()));
        return services.AddPorts<SqliteInbox>();
    }

    private static IServiceCollection AddPostgreSql(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(provider => new PostgreSqlInbox(
            connectionString,
            Settings(provider),
            provider.GetRequiredService<PrefetchBuffer>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<PostgreSqlInbox>>(),
            provider.GetRequiredService<IFollowUpPolicies>()));
        return services.AddPorts<PostgreSqlInbox>();
    }

    private static IServiceCollection AddPorts<TInbox>(this IServiceCollection services)
        where TInbox : class, IFollowUpInbox, IFollowUpRecords, IOpenedInbox, IInboxRetention, IInboxWaits
    {
        services.TryAddSingleton<IFollowUpInbox>(provider => provider.GetRequiredService<TInbox>());
        services.TryAddSingleton<IFollowUpRecords>(provider => provider.GetRequiredService<TInbox>());
        services.TryAddSingleton<IOpenedInbox>(provider => provider.GetRequiredService<TInbox>());
        services.TryAddSingleton<IInboxRetention>(provider => provider.GetRequiredService<TInbox>());
        services.TryAddSingleton<IInboxWaits>(provider => provider.GetRequiredService<TInbox>());
        return services;
    }

    private static InboxOptions Settings(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<InboxOptions>>().Value;
}

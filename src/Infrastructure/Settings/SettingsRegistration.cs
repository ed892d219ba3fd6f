using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

internal static class SettingsRegistration
{
    /// <summary>Binds a section to its options and has it checked at the start.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(
        this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        var bound = new BoundSettings<TOptions>(configuration.GetSection(section));
        services.AddSingleton<IConfigureOptions<TOptions>>(bound);
        services.AddSingleton<IValidateOptions<TOptions>>(bound);
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(
            new ConfigurationChangeTokenSource<TOptions>(configuration));
        return services.AddOptions<TOptions>().ValidateOnStart();
    }

    /// <summary>Holds options against the ranges that their properties declare.</summary>
    public static IServiceCollection AddRanges<TOptions>(this IServiceCollection services, string section)
        where TOptions : class => services.AddSingleton<IValidateOptions<TOptions>>(new SettingRanges<TOptions>(section));

    /// <summary>Has what is wrong with options said in the words of this service.</summary>
    public static IServiceCollection AddWorded<TOptions>(this IServiceCollection services)
        where TOptions : class
    {
        services.TryAddTransient<IOptionsFactory<TOptions>, WordedOptionsFactory<TOptions>>();
        return services;
    }

    /// <summary>Says which settings are read from where, so that all others are refused at the start.</summary>
    public static void AddSettingsSource(
        this IServiceCollection services, Func<IServiceProvider, SettingsSource> source)
    {
        services.AddSingleton(source);
        services.AddOptions<CheckedNames>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CheckedNames>, UnknownSettings>());
    }
}

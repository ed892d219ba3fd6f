using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Tests.Settings;

/// <summary>An embedding service with complete settings, as far as its start checks them.</summary>
internal static class CheckedAtStart
{
    public static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["CxoneAssist:Cxone:Org"] = "acme",
            ["CxoneAssist:Cxone:ClientId"] = "client-1",
            ["CxoneAssist:Cxone:ClientSecret"] = "hush",
        })
        .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, one.Value)))
        .Build();

    /// <summary>
    /// One sentence for each error that stops the start; empty where there is none.
    /// </summary>
    public static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings)
    {
        return Faults(new ServiceCollection().AddCxoneAssist(Configuration(settings)).Services);
    }

    /// <summary>As <see cref="Faults(ValueTuple{string, string}[])"/>, with what a test registers.</summary>
    public static IReadOnlyList<string> Faults(IServiceCollection registered)
    {
        using var services = registered.AddLogging().BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [.. one.Failures];
        }
        catch (AggregateException many)
        {
            return [.. many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures)];
        }
    }
}

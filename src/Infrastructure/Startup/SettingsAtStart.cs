using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Startup;

/// <summary>
/// Checks all settings before anything is made from some of them: .NET makes the hosted services first, and the first
/// wrong setting that one of them reads would hide the others.
/// </summary>
internal sealed class SettingsAtStart : IHostedService
{
    public SettingsAtStart(IServiceProvider services) => Check(services);

    /// <exception cref="OptionsValidationException">Settings are missing or wrong; it names all of them.</exception>
    public static void Check(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (AggregateException several) when (several.InnerExceptions.All(one => one is OptionsValidationException))
        {
            throw new OptionsValidationException(
                Options.DefaultName, typeof(CxoneAssistSettings),
                several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures).Distinct().ToList());
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using CxoneAssist.Host.Web.Connections;
using CxoneAssist.Host.Web.Operators;
using CxoneAssist.Host.Web.Mediation;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>Composes the whole service without starting it.</summary>
internal static class ServiceHost
{
    public static WebApplication Build(string[] args) => Build(args, static _ => { });

    /// <summary>
    /// The same with a last change to the composition: the fault suite adds its stop points with
    /// it.
    /// </summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder> change)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSettings();
        builder.AddNameCheck();
        builder.AddLimits();
        builder.AddListening();
        builder.AddConnections();
        builder.AddStopTimeout();
        builder.AddTrustedProxies();
        builder.Services.AddCxoneAssist(builder.Configuration);
        builder.Services.AddMediator().AddCxoneWebhooks(builder.Configuration);
        builder.AddFollowUps();
        change(builder);
        var app = builder.Build().CheckSettings().ReportConnections();
        app.UseConnections();
        // By default the framework would authenticate before it reads forwarded headers, and count
        // invalid keys against the proxy.
        app.UseForwardedHeaders().UseExceptionHandler().UseStatusCodePages().UseAuthentication().UseAuthorization();
        app.MapCxoneWebhooks();
        app.MapCxoneHealth();
        app.MapFollowUps();
        return app;
    }
}

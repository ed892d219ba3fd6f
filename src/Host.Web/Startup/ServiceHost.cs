using CxoneAssist.Host.Web.FollowUps;
using CxoneAssist.Host.Web.Mediation;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The whole service, put together but not started.</summary>
internal static class ServiceHost
{
    public static WebApplication Build(string[] args) => Build(args, static _ => { });

    /// <summary>The same with something changed, last of all: how the fault suite puts its stop points in.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder> change)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSettings();
        builder.AddNameCheck();
        builder.AddLimits();
        builder.AddListening();
        builder.AddTrustedProxies();
        builder.Services.AddCxoneAssist(builder.Configuration);
        builder.Services.AddMediator().AddCxoneWebhooks(builder.Configuration);
        builder.AddFollowUps();
        change(builder);
        var app = builder.Build().CheckSettings();
        // Left to itself the framework authenticates first, and would count wrong keys against the proxy.
        app.UseForwardedHeaders().UseExceptionHandler().UseStatusCodePages().UseAuthentication().UseAuthorization();
        app.MapCxoneWebhooks();
        app.MapCxoneHealth();
        app.MapFollowUps();
        return app;
    }
}

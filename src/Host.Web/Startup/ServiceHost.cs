using CxoneAssist.AspNetCore;
using CxoneAssist.Host.Web.FollowUps;
using CxoneAssist.Infrastructure;
using CxoneAssist.Infrastructure.Mediation;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>The whole service, put together but not started.</summary>
internal static class ServiceHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSettings();
        builder.AddLimits();
        builder.AddListening();
        builder.AddTrustedProxies();
        builder.Services.AddCxoneAssist(builder.Configuration).AddCxoneAssistMediator().AddCxoneWebhooks(builder.Configuration);
        builder.AddFollowUps();
        var app = builder.Build().CheckSettings();
        // Left to itself the framework authenticates first, and would count wrong keys against the proxy.
        app.UseForwardedHeaders().UseExceptionHandler().UseStatusCodePages().UseAuthentication().UseAuthorization();
        app.MapCxoneWebhooks();
        app.MapCxoneHealth();
        app.MapFollowUps();
        return app;
    }
}

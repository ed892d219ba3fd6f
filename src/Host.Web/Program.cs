using CxoneAssist.AspNetCore;
using CxoneAssist.Host.Web.FollowUps;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure;
using CxoneAssist.Infrastructure.Mediation;

return await CommandLine.RunAsync(args, static args =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSettings();
    builder.Services.AddCxoneAssist(builder.Configuration).AddCxoneAssistMediator().AddCxoneWebhooks(builder.Configuration);
    builder.AddFollowUps();
    var app = builder.Build().CheckSettings();
    app.UseExceptionHandler().UseStatusCodePages();
    app.MapCxoneWebhooks();
    app.MapCxoneHealth();
    app.MapFollowUps();
    return app;
});

using CxoneAssist.AspNetCore;
using CxoneAssist.Faults.Host.Composition;
using CxoneAssist.Faults.Host.Mutants;
using CxoneAssist.Faults.Host.Points;
using CxoneAssist.Host.Web.FollowUps;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure;
using CxoneAssist.Infrastructure.Mediation;

// As Host.Web composes itself, line by line, with the faults added.
return await CommandLine.RunAsync(args, static args =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSettings();
    builder.Services.AddShiftedClock(builder.Configuration);
    builder.Services.AddCxoneAssist(builder.Configuration).AddCxoneAssistMediator().AddCxoneWebhooks(builder.Configuration);
    builder.Services.AddStopPoint(builder.Configuration).AddMutant(builder.Configuration);
    builder.AddFollowUps();
    var app = builder.Build().CheckSettings();
    app.UseExceptionHandler().UseStatusCodePages();
    app.MapCxoneWebhooks();
    app.MapCxoneHealth();
    app.MapFollowUps();
    return app;
});

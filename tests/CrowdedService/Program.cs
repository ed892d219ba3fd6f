using CxoneAssist.CrowdedService;

var builder = WebApplication.CreateBuilder(args);
var defaults = builder.Configuration["HTTP_DEFAULTS"];
if (builder.Configuration["HTTP_DEFAULTS_WHEN"] == "before")
{
    builder.Services.AddHttpDefaults(defaults);
}

builder.Services.AddCxoneAssist(builder.Configuration);
builder.Services.AddCxoneWebhooks(builder.Configuration);
if (builder.Configuration["HTTP_DEFAULTS_WHEN"] == "after")
{
    builder.Services.AddHttpDefaults(defaults);
}

var app = builder.Build();
app.MapCxoneWebhooks();
app.MapCxoneHealth();
app.Run();

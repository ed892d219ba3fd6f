
var builder = WebApplication.CreateBuilder(args);

// These two lines add the follow-ups; the rest of the service stays as it is.
builder.Services.AddCxoneAssist(builder.Configuration);
builder.Services.AddCxoneWebhooks(builder.Configuration);

var app = builder.Build();
app.MapGet("/", () => "An existing service, with CXone follow-ups embedded.");
app.MapCxoneWebhooks();
app.MapCxoneHealth();
app.Run();

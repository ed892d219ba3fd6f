
var builder = WebApplication.CreateBuilder(args);

// The service's own things stay as they are; these two lines bring the follow-ups into it.
builder.Services.AddCxoneAssist(builder.Configuration);
builder.Services.AddCxoneWebhooks(builder.Configuration);

var app = builder.Build();
app.MapGet("/", () => "An existing service, with CXone follow-ups embedded.");
app.MapCxoneWebhooks();
app.MapCxoneHealth();
app.Run();

var builder = WebApplication.CreateBuilder(args);

// The policy lies next to the assembly, wherever the service is started from.
builder.Configuration["CxoneAssist:Policy:File"] ??= Path.Combine(AppContext.BaseDirectory, "policy.json");
builder.Services.AddCxoneAssist(builder.Configuration);
builder.Services.AddCxoneWebhooks(builder.Configuration);

var app = builder.Build();
app.MapCxoneWebhooks();   // POST /webhooks/interaction-completed
app.MapCxoneHealth();     // GET /healthz/live and /healthz/ready
app.Run();

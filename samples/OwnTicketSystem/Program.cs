using OwnTicketSystem;

var builder = WebApplication.CreateBuilder(args);
var tickets = builder.Configuration.GetConnectionString("Tickets") ?? "Data Source=data/tickets.db";
builder.Services.AddSingleton(new TicketTable(tickets));
builder.Services.AddCxoneAssist(builder.Configuration)
    .UseTasks<TicketSystemTasks>()
    .UsePolicy(CallbackPolicy.Create());
builder.Services.AddCxoneWebhooks(builder.Configuration);

var app = builder.Build();
app.MapCxoneWebhooks();
app.MapCxoneHealth();

// For the trial only: a service of yours shows tickets to signed-in people alone.
app.MapGet("/tickets", (TicketTable table) => table.List());
app.Run();

using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Simulator.Notifications;
using CxoneAssist.Simulator.Tasks;

namespace CxoneAssist.Simulator.Serving;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.General,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateTaskBody))]
[JsonSerializable(typeof(NotificationRequest))]
[JsonSerializable(typeof(SimulatorWebhook))]
internal sealed partial class SimulatorJson : JsonSerializerContext;

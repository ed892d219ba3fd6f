using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Sandbox.Notifications;
using CxoneAssist.Sandbox.Tasks;

namespace CxoneAssist.Sandbox.Serving;

[JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CreateTaskBody))]
[JsonSerializable(typeof(NotificationRequest))]
internal sealed partial class SandboxJson : JsonSerializerContext;

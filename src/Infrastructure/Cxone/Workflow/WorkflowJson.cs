using System.Text.Json.Serialization;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

// An answer that lacks a required member, or holds one twice, must fail to parse: it must never pass for an empty one.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(FormsWire))]
[JsonSerializable(typeof(FormWire))]
[JsonSerializable(typeof(FormWire[]))]
[JsonSerializable(typeof(TaskWire))]
[JsonSerializable(typeof(CreatedWire))]
[JsonSerializable(typeof(FoundTasksWire))]
[JsonSerializable(typeof(TaskListWire))]
[JsonSerializable(typeof(NotificationWire))]
internal sealed partial class WorkflowJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using CxoneAssist.Application;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>The body of an operator's action.</summary>
internal sealed record OperatorActionBody(string? Note, string? TaskId);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FollowUpDetails))]
[JsonSerializable(typeof(FollowUpPage))]
[JsonSerializable(typeof(OperatorActionBody))]
internal sealed partial class FollowUpJson : JsonSerializerContext;

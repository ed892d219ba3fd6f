using System.Text.Json.Serialization;
using CxoneAssist.Application;

namespace CxoneAssist.Host.Web.FollowUps;

/// <summary>What an operator sends along with an intervention.</summary>
internal sealed record InterventionBody(string? Note, string? TaskId);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FollowUpDetails))]
[JsonSerializable(typeof(FollowUpPage))]
[JsonSerializable(typeof(InterventionBody))]
internal sealed partial class FollowUpJson : JsonSerializerContext;

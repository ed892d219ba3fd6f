using System.Text.Json.Serialization;
using CxoneAssist.Application;
using CxoneAssist.Application.Operators;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>The body of an operator's action.</summary>
internal sealed record OperatorActionBody(string? Note, string? TaskId);

/// <summary>The body of a customer's wish to be forgotten.</summary>
internal sealed record ForgetCustomerBody(string? Customer, string? Note);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FollowUpDetails))]
[JsonSerializable(typeof(FollowUpPage))]
[JsonSerializable(typeof(OperatorActionBody))]
[JsonSerializable(typeof(ForgetCustomerBody))]
[JsonSerializable(typeof(ForgetCustomerResult))]
internal sealed partial class FollowUpJson : JsonSerializerContext;

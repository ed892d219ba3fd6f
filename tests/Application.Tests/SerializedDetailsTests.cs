using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Application.Operators;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests;

/// <summary>What an embedding service answers from its own endpoints reads as docs/operators-api.md shows it.</summary>
internal sealed class SerializedDetailsTests
{
    [Test]
    public void Decision_SerializedByTheServicesOwnOptions_HasNames()
    {
        var decision = new RecordedDecision
        {
            Policy = "default",
            DecidedAt = DateTimeOffset.UnixEpoch,
            Reasons = [],
            Priority = TaskPriority.High,
            Kind = DecisionKind.Task,
            Suppression = new("14d", "csat", ScaleDirection.LowIsWorse),
        };

        var json = JsonSerializer.Serialize(decision, JsonSerializerOptions.Web);

        Assert.That(json, Does.Contain("\"priority\":\"High\"").And.Contain("\"kind\":\"Task\"").And.Contain("\"worse\":\"Low\""));
        Assert.That(JsonSerializer.Deserialize<RecordedDecision>(json, JsonSerializerOptions.Web)!.Priority, Is.EqualTo(TaskPriority.High));
    }

    [TestCase(typeof(FollowUpDetails))]
    [TestCase(typeof(OperatorActionResult))]
    public void EnumsOfAResult_AllHaveAConverter(Type result) => Assert.That(NumbersIn(result, []), Is.Empty);

    private static List<string> NumbersIn(Type type, HashSet<Type> seen) => seen.Add(type)
        ? [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => NumbersIn(property, seen))]
        : [];

    private static List<string> NumbersIn(PropertyInfo property, HashSet<Type> seen)
    {
        var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (value.IsEnum)
        {
            return property.GetCustomAttribute<JsonConverterAttribute>() is null ? [$"{property.DeclaringType!.Name}.{property.Name}"] : [];
        }

        var own = value.IsGenericType ? value.GetGenericArguments().Last() : value;
        return own.Assembly == typeof(FollowUpDetails).Assembly ? NumbersIn(own, seen) : [];
    }
}

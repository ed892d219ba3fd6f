using System.Text.Json;
using System.Text.Json.Serialization;

namespace CxoneAssist.Host.Cli.Surveys.Json;

/// <summary>How the items of a JSON array are read.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SurveyJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.Surveys.Json;

/// <summary>How the items of a JSON array are read.</summary>
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SurveyJson : JsonSerializerContext
{
    /// <summary>What is said of a member that holds what should stand by itself.</summary>
    public static string Nested(string member, bool isList) =>
        $"its member '{SafeText.Clean(member)}' is {(isList ? "an array of objects" : "an object")}: a flat array of objects, or one object a line, is read";
}

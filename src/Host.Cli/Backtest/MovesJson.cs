using System.Text.Json;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The moves of a backtest's document.</summary>
internal static class MovesJson
{
    public static void Write(Utf8JsonWriter json, Moves moves)
    {
        json.WriteStartObject("moves");
        json.WriteNumber("unmoved", moves.Unmoved);
        foreach (var kind in Enum.GetValues<MoveKind>())
        {
            json.WriteStartObject(JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()));
            json.WriteNumber("count", moves.Of(kind));
            json.WriteStartArray("examples");
            foreach (var example in moves.Examples(kind))
            {
                WriteExample(json, example);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteExample(Utf8JsonWriter json, MovedSurvey example)
    {
        json.WriteStartObject();
        json.WriteNumber("line", example.Line);
        json.WriteString("interaction", example.InteractionId);
        json.WriteString("score", example.Score);
        WriteOutcome(json, "before", example.Before);
        WriteOutcome(json, "after", example.After);
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, string name, Outcome outcome)
    {
        json.WriteStartObject(name);
        json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(outcome.Kind.ToString()));
        json.WriteString("priority", outcome.Tier?.Priority.ToString());
        json.WriteString("due", outcome.Kind == OutcomeKind.Task ? outcome.DueAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null) : null);
        json.WriteEndObject();
    }
}

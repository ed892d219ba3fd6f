using System.Text.Json;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>The parts of a backtest's document.</summary>
internal static class BacktestJson
{
    private const int MostAgents = 100;

    public static void WriteRun(Utf8JsonWriter json, PolicyRun run)
    {
        WriteCounts(json, run);
        json.WriteStartObject("policy");
        json.WriteString("name", run.Policy.Name);
        json.WriteString("hash", run.Policy.Hash);
        json.WriteEndObject();
        WriteTiers(json, run.Tally);
        WriteAgents(json, run.Tally.Load);
        WriteDays(json, run.Tally.Load);
        json.WriteStartArray("dueByHour");
        Array.ForEach(run.Tally.DueByHour, json.WriteNumberValue);
        json.WriteEndArray();
    }

    public static void WriteBad(Utf8JsonWriter json, BadRows bad)
    {
        json.WriteStartObject("badRows");
        json.WriteNumber("count", bad.Count);
        json.WriteStartArray("first");
        foreach (var (line, what) in bad.First)
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteString("what", what);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, PolicyRun run)
    {
        var tally = run.Tally;
        json.WriteNumber("surveys", tally.Surveys);
        json.WriteStartObject("tasks");
        foreach (var priority in Tally.Priorities)
        {
            json.WriteNumber(priority.ToString(), tally.Of(priority));
        }

        json.WriteEndObject();
        json.WriteNumber("noTask", tally.NoTask);
        json.WriteNumber("review", tally.Review);
        json.WriteNumber("suppressed", tally.Suppressed);
        json.WriteNumber("unanswered", tally.Unanswered);
        json.WriteNumber("outOfOrder", run.OutOfOrder);
    }

    private static void WriteTiers(Utf8JsonWriter json, Tally tally)
    {
        json.WriteStartArray("tiers");
        foreach (var (from, tasks) in tally.Tiers)
        {
            json.WriteStartObject();
            json.WriteString("tier", from.Tier.Name);
            json.WriteString("override", from.Override);
            json.WriteString("priority", from.Tier.Priority.ToString());
            json.WriteNumber("tasks", tasks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAgents(Utf8JsonWriter json, Load load)
    {
        json.WriteStartObject("agents");
        json.WriteNumber("count", load.Agents.Count);
        json.WriteNumber("meanPerAgentAndDay", Math.Round(load.MeanPerAgentAndDay, 3));
        json.WriteNumber("notSpread", load.NotSpread);
        json.WriteStartArray("most");
        foreach (var agent in load.Busiest(MostAgents))
        {
            json.WriteStartObject();
            json.WriteString("agent", agent.Agent);
            json.WriteNumber("tasks", agent.Tasks);
            json.WriteString("busiestDay", Format.Day(agent.BusiestDay));
            json.WriteNumber("onBusiestDay", agent.Busiest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDays(Utf8JsonWriter json, Load load)
    {
        json.WriteStartArray("days");
        foreach (var (day, tasks) in load.Days)
        {
            json.WriteStartObject();
            json.WriteString("day", Format.Day(day));
            json.WriteNumber("tasks", tasks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile;

/// <summary>
/// Writes a policy in its canonical form. What it writes is what a policy's hash covers: change it,
/// and every hash changes.
/// </summary>
internal sealed class PolicyWriter(Utf8JsonWriter json, FollowUpPolicy policy)
{
    // Relaxed: people read these files, and an umlaut is a letter. Nothing of it goes into a page.
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private string Bound => policy.Question.Direction == ScaleDirection.LowIsWorse ? "below" : "above";

    public static byte[] Write(FollowUpPolicy policy)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            new PolicyWriter(json, policy).Policy();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private void Policy()
    {
        json.WriteStartObject();
        json.WriteString("name", policy.Name.Trim());
        Score(policy.Question);
        Tiers(policy.Tiers);
        json.WriteString("notice", policy.MinimumLeadTime.ToString());
        if (policy.Calendar is { } calendar)
        {
            new CalendarWriter(json).Write(calendar);
        }

        Overrides();
        new OutcomeWriter(json).Write(policy);
        json.WriteEndObject();
    }

    private void Score(ScoreQuestion question)
    {
        json.WriteStartObject("score");
        if (question.Fields.Count == 1)
        {
            json.WriteString("field", question.Fields[0].Trim());
        }
        else
        {
            List("fields", question.Fields.Select(field => field.Trim()));
            json.WriteString("combine", question.Combine == ScoreCombination.First ? "first" : "worst");
        }

        json.WriteNumber("min", ScoreText.Normal(question.Min));
        json.WriteNumber("max", ScoreText.Normal(question.Max));
        if (question.Labels.Count > 0)
        {
            json.WriteStartObject("labels");
            foreach (var (word, score) in question.Labels.OrderBy(label => label.Value).ThenBy(label => label.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(word, ScoreText.Normal(score));
            }

            json.WriteEndObject();
        }

        List("unanswered", question.Unanswered);
        if (question.Direction == ScaleDirection.HighIsWorse)
        {
            json.WriteString("worse", "high");
        }

        json.WriteEndObject();
    }

    private void Tiers(TierList tiers)
    {
        json.WriteStartArray("tiers");
        foreach (var tier in tiers.Tiers)
        {
            json.WriteStartObject();
            Tier(tier);
        }

        json.WriteEndArray();
        if (tiers.Otherwise is { } otherwise)
        {
            json.WriteStartObject("otherwise");
            Tier(otherwise);
        }
    }

    private void Tier(Tier tier)
    {
        json.WriteString("name", tier.Name.Trim());
        if (tier.Bound is { } bound)
        {
            json.WriteNumber(Bound, ScoreText.Normal(bound));
        }

        json.WriteString("priority", tier.Priority.ToString());
        json.WriteString("due", tier.Due.ToString());
        json.WriteEndObject();
    }

    private void Overrides()
    {
        if (policy.Overrides.Count == 0)
        {
            return;
        }

        json.WriteStartArray("overrides");
        foreach (var one in policy.Overrides)
        {
            json.WriteStartObject();
            json.WriteString("name", one.Name.Trim());
            json.WriteStartObject("when");
            new ConditionWriter(json).Write(one.When);
            json.WriteEndObject();
            Tiers(one.Tiers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void List(string name, IEnumerable<string> values)
    {
        if (!values.Any())
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}

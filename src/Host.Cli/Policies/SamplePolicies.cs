using System.Text.Encodings.Web;
using System.Text.Json;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The sample policies that the tool carries.</summary>
internal static class SamplePolicies
{
    private const string SchemaMember = "$schema";

    // People read it, no browser does: an umlaut stays a letter.
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The names of the samples, with what each shows.</summary>
    public static IReadOnlyList<(string Name, string Shows)> All { get; } =
    [
        ("default", "satisfaction from 1 to 5, as the host decides without a policy"),
        ("retail", "business hours with a lunch break and holidays, words for scores, an override, suppression"),
        ("nps", "a net promoter score from 0 to 10, around the clock"),
        ("vip-languages", "two questions on an effort scale where high is worse, overrides by skill and language"),
    ];

    /// <summary>The sample that a misspelt name most likely means.</summary>
    public static string? Nearest(string name) => NearestName.Find(name, All.Select(one => one.Name));

    /// <summary>
    /// A sample as plain JSON, which every editor and every program reads: without the comments of its file, and
    /// without the path of a schema that is not where the sample goes. <c>null</c> for an unknown name.
    /// </summary>
    public static byte[]? Find(string name)
    {
        if (All.All(one => one.Name != name))
        {
            return null;
        }

        using var stream = typeof(SamplePolicies).Assembly.GetManifestResourceStream($"{name}.json")!;
        using var sample = JsonDocument.Parse(
            stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        using var plain = new MemoryStream();
        using (var json = new Utf8JsonWriter(plain, Layout))
        {
            json.WriteStartObject();
            foreach (var member in sample.RootElement.EnumerateObject().Where(one => one.Name != SchemaMember))
            {
                member.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return [.. plain.ToArray(), (byte)'\n'];
    }
}

using System.Globalization;
using System.Text;

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>Where in a document, as a JSON path. Written out only on demand.</summary>
internal sealed class JsonPath
{
    public static readonly JsonPath Root = new(null, "$");

    private readonly JsonPath? _parent;
    private readonly string _step;

    private JsonPath(JsonPath? parent, string step) => (_parent, _step) = (parent, step);

    public JsonPath Member(string name) => new(this, IsPlain(name) ? "." + name : $"['{Escaped(name)}']");

    public JsonPath Item(int index) => new(this, $"[{index.ToString(CultureInfo.InvariantCulture)}]");

    public override string ToString()
    {
        List<string> steps = [];
        for (var path = this; path is not null; path = path._parent)
        {
            steps.Add(path._step);
        }

        steps.Reverse();
        return new StringBuilder().AppendJoin("", steps).ToString();
    }

    private static string Escaped(string name) => ScoreText.Quote(name).Replace("'", "\\'", StringComparison.Ordinal);

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 40 && !char.IsAsciiDigit(name[0])
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}

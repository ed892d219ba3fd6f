using System.Text.Json;

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>A value being read: it knows its place, and what it should have looked like.</summary>
internal sealed class JsonCursor(JsonNodeAt node, JsonPath path, string example, ProblemList problems)
{
    public const int LongestName = 200;
    public const int LongestText = 4_000;
    public const int MostItems = 1_000;

    public JsonNodeAt Node { get; } = node;

    public bool IsObject => Node.Kind == JsonTokenType.StartObject;

    public bool IsList => Node.Kind == JsonTokenType.StartArray;

    public bool IsText => Node.Kind == JsonTokenType.String;

    public bool IsNull => Node.Kind == JsonTokenType.Null;

    public bool IsTrue => Node.Kind == JsonTokenType.True;

    /// <summary>Something is wrong with this value: what, and what to do instead.</summary>
    public void Problem(string message) => problems.Add(Node.Offset, path, message);

    public void Expected(string what) =>
        problems.Add(
            Node.Offset, path, $"Expected {what}, but this is {Node.Description}.", $"Write it like {example}.");

    /// <summary>A text that is not blank, on one line.</summary>
    public string? Name(string what, int longest = LongestName)
    {
        if (Text(what, longest) is not { } text)
        {
            return null;
        }

        return IsOnOneLine(what) ? text.Trim() : null;
    }

    public bool IsOnOneLine(string what)
    {
        // Unicode also has two characters that only end lines and paragraphs.
        if (!Node.Text.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029'))
        {
            return true;
        }

        Problem($"Expected {what} on one line. Take the line breaks and other control characters out.");
        return false;
    }

    public string? Text(string what, int longest = LongestText)
    {
        if (!IsText || string.IsNullOrWhiteSpace(Node.Text))
        {
            Expected(IsText ? $"{what} that is not blank" : what);
            return null;
        }

        if (Node.Text.Length > longest)
        {
            Problem(FormattableString.Invariant($"Expected {what} of at most {longest} characters, but this has {Node.Text.Length}. Shorten it."));
            return null;
        }

        return Node.Text;
    }

    public decimal? Number(string what)
    {
        if (Node.Kind == JsonTokenType.Number && ScoreText.TryRead(Node.Text, out var number))
        {
            return ScoreText.Normal(number);
        }

        Expected(Node.Kind == JsonTokenType.Number ? $"{what} of at most 28 digits" : what);
        return null;
    }

    /// <summary>One of a few words, spelt exactly.</summary>
    public string? Choice(params IReadOnlyList<string> words)
    {
        if (IsText && words.Contains(Node.Text))
        {
            return Node.Text;
        }

        var listed = string.Join(", ", words.Select(word => $"\"{word}\""));
        Problem($"Expected {(words.Count == 1 ? "" : "one of ")}{listed}, but this is {Node.Description}."
            + (IsText
            && MemberSpec.Nearest(Node.Text, words) is { } nearest
            ? $" Did you mean '{nearest}'?"
            : $" Write it like {example}."));
        return null;
    }

    public T? Choice<T>()
        where T : struct, Enum => Choice(Enum.GetNames<T>()) is { } word ? Enum.Parse<T>(word) : null;

    /// <summary>The items of a list, or of what stands in its place nothing.</summary>
    public IReadOnlyList<JsonCursor> Items(string what, string itemExample, int most = MostItems)
    {
        if (!IsList)
        {
            Expected(what);
            return [];
        }

        if (Node.Items.Count > most)
        {
            Problem(FormattableString.Invariant($"Expected {what} of at most {most}, but there are {Node.Items.Count}. Take some out."));
            return [];
        }

        return [.. Node.Items.Select((item, index) => new JsonCursor(item, path.Item(index), itemExample, problems))];
    }

    /// <summary>The members of an object with a fixed set of them.</summary>
    public JsonMembers? Object(string what, params IReadOnlyList<MemberSpec> known)
    {
        if (!IsObject)
        {
            Expected(what);
            return null;
        }

        foreach (var missing in known.Where(one => one.Required && Node.Members.All(member => member.Name != one.Name)))
        {
            Problem($"'{missing.Name}' is missing. Add it, like \"{missing.Name}\": {missing.Example}.");
        }

        return new JsonMembers(Distinct().Select(member => Open(member, known)).OfType<(string, JsonCursor)>());
    }

    /// <summary>The members of an object whose names are the user's.</summary>
    public IReadOnlyList<(string Name, JsonCursor Value)> Entries(
        string what, string valueExample, StringComparer? comparer = null)
    {
        if (!IsObject)
        {
            Expected(what);
            return [];
        }

        if (Node.Members.Count > MostItems)
        {
            Problem(FormattableString.Invariant($"Expected at most {MostItems} members, but there are {Node.Members.Count}. Take some out."));
            return [];
        }

        return [.. Distinct(comparer).Select(member => (member.Name, At(member, valueExample)))];
    }

    /// <summary>Something is wrong with the name of one of this object's members.</summary>
    public void NameProblem(string member, string message) =>
        problems.Add(Node.Members.First(one => one.Name == member).Offset, path.Member(member), message);

    private (string, JsonCursor)? Open(JsonMemberAt member, IReadOnlyList<MemberSpec> known)
    {
        if (known.FirstOrDefault(one => one.Name == member.Name) is { } spec)
        {
            return (member.Name, At(member, spec.Example));
        }

        var names = known.Select(one => one.Name).ToList();
        problems.Add(member.Offset, path.Member(member.Name),
            $"There is no member '{ScoreText.Quote(member.Name)}' here; known are {string.Join(", ", names)}."
                + (MemberSpec.DidYouMean(member.Name, names) is { Length: > 0 } hint ? hint : " Take it out, or make it a comment."));
        return null;
    }

    private List<JsonMemberAt> Distinct(StringComparer? comparer = null)
    {
        HashSet<string> seen = new(comparer ?? StringComparer.Ordinal);
        List<JsonMemberAt> distinct = [];
        foreach (var member in Node.Members)
        {
            if (seen.Add(member.Name))
            {
                distinct.Add(member);
                continue;
            }

            var message = $"'{ScoreText.Quote(member.Name)}' is there already. Keep one of the two and take the other out.";
            problems.Add(member.Offset, path.Member(member.Name), message);
        }

        return distinct;
    }

    private JsonCursor At(JsonMemberAt member, string memberExample) =>
        new(member.Value, path.Member(member.Name), $"\"{ScoreText.Quote(member.Name)}\": {memberExample}", problems);
}

using System.Text.Json;
using CxoneAssist.Domain.PolicyFile.Repairs;

namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>A value being read: it knows its place, and what it should have looked like.</summary>
internal sealed class JsonCursor(JsonNodeAt node, JsonPath path, string example, ProblemList problems, string member = "")
{
    public const int LongestName = 200;
    public const int LongestText = 4_000;
    public const int MostItems = 1_000;
    private const string Stranger = "Write it as one of these if it is meant as one; else take it out, or make it a comment.";

    public JsonNodeAt Node { get; } = node;

    /// <summary>The name of the member whose value this is, as a remedy writes it; empty for an item.</summary>
    public string Member { get; } = member;

    public bool IsObject => Node.Kind == JsonTokenType.StartObject;

    public bool IsList => Node.Kind == JsonTokenType.StartArray;

    public bool IsText => Node.Kind == JsonTokenType.String;

    public bool IsNull => Node.Kind == JsonTokenType.Null;

    public bool IsTrue => Node.Kind == JsonTokenType.True;

    /// <summary>Something is wrong with this value: what, and what to do instead.</summary>
    public void Problem(string message) => problems.Add(Node.Offset, path, message);

    public void Expected(string what) =>
        problems.Add(
            Node.Offset, path, $"Expected {what}, but this is {Node.Description}.", Form);

    /// <summary>The same, with what was most likely meant.</summary>
    /// <param name="what">What should be there.</param>
    /// <param name="repair">The value as JSON; <c>null</c> where nothing can be proposed.</param>
    public void Expected(string what, string? repair)
    {
        if (repair is null)
        {
            Expected(what);
            return;
        }

        problems.Add(
            Node.Offset, path, $"Expected {what}, but this is {Node.Description}.", $"Write {Member}{repair}.");
    }

    /// <summary>The same for a text that was most likely meant.</summary>
    public void ExpectedText(string what, string? repair) =>
        Expected(what, repair is null ? null : $"\"{repair}\"");

    /// <summary>The same with a sentence that says the remedy.</summary>
    public void ExpectedOr(string what, string? remedy) =>
        problems.Add(
            Node.Offset, path, $"Expected {what}, but this is {Node.Description}.", remedy ?? Form);

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
            Expected(IsText ? $"{what} that is not blank" : what, Node.Bare is { } bare ? $"\"{bare}\"" : null);
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

        Expected(
            Node.Kind == JsonTokenType.Number ? $"{what} of at most 28 digits" : what,
            IsText ? NumberRepair.Find(Node.Text) : null);
        return null;
    }

    /// <summary>One of a few words, spelt exactly.</summary>
    public string? Choice(params IReadOnlyList<string> words)
    {
        if (IsText && words.Contains(Node.Text))
        {
            return Node.Text;
        }

        NotOneOf(words, "Write one of these.");
        return null;
    }

    /// <summary>The only word that may stand here.</summary>
    /// <param name="word">The word.</param>
    /// <param name="remedy">What to do where another one was meant.</param>
    public void Only(string word, string remedy)
    {
        if (!IsText || Node.Text != word)
        {
            NotOneOf([word], remedy);
        }
    }

    public T? Choice<T>()
        where T : struct, Enum => Choice(Enum.GetNames<T>()) is { } word ? Enum.Parse<T>(word) : null;

    /// <summary>The items of a list, or of what stands in its place nothing.</summary>
    /// <param name="what">What the list is.</param>
    /// <param name="itemExample">An example of an item.</param>
    /// <param name="most">How many items it may have.</param>
    /// <param name="only">
    /// The item that a text in the place of the list stands for, as it should be written; default none.
    /// </param>
    public IReadOnlyList<JsonCursor> Items(
        string what, string itemExample, int most = MostItems, Func<string, string?>? only = null)
    {
        if (!IsList)
        {
            ExpectedOr(what, only is null ? null : ListRepair.Remedy(Node, Member, only));
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
    public JsonMembers? Object(string what, params IReadOnlyList<MemberSpec> known) => Object(what, known, _ => Stranger);

    /// <summary>The same.</summary>
    /// <param name="what">What the object is.</param>
    /// <param name="known">The members it may have.</param>
    /// <param name="unknown">The remedy for another one that is near none of them.</param>
    public JsonMembers? Object(string what, IReadOnlyList<MemberSpec> known, Func<JsonMemberAt, string> unknown)
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

        return new JsonMembers(Distinct().Select(member => Open(member, known, unknown)).OfType<(string, JsonCursor)>());
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

    private (string, JsonCursor)? Open(
        JsonMemberAt member, IReadOnlyList<MemberSpec> known, Func<JsonMemberAt, string> unknown)
    {
        if (known.FirstOrDefault(one => one.Name == member.Name) is { } spec)
        {
            return (member.Name, At(member, spec.Example));
        }

        var names = known.Select(one => one.Name).ToList();
        problems.Add(
            member.Offset, path.Member(member.Name),
            $"There is no member '{ScoreText.Quote(member.Name)}' here; known are {string.Join(", ", names)}.",
            NearestName.Find(member.Name, names) is { } nearest ? $"Did you mean '{nearest}'?" : unknown(member));
        return null;
    }

    private void NotOneOf(IReadOnlyList<string> words, string remedy)
    {
        var listed = string.Join(", ", words.Select(word => $"\"{word}\""));
        problems.Add(
            Node.Offset, path, $"Expected {(words.Count == 1 ? "" : "one of ")}{listed}, but this is {Node.Description}.",
            IsText && NearestName.Find(Node.Text, words) is { } nearest ? $"Did you mean '{nearest}'?" : remedy);
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
        new(
            member.Value, path.Member(member.Name), Label(member) + memberExample, problems, Label(member));

    // An example in the place of a value that was written would change its meaning.
    private string Form => Node.IsEmpty ? $"Write it like {example}." : $"Write what is meant in the form of {example}.";

    private static string Label(JsonMemberAt member) => $"\"{ScoreText.Quote(member.Name)}\": ";
}

namespace CxoneAssist.Domain;

/// <summary>
/// What a text can be filled with. In a template its name begins with a small letter:
/// <c>{customerId}</c>.
/// </summary>
public enum TextPlaceholder
{
    /// <summary>The interaction's id.</summary>
    InteractionId,

    /// <summary>The agent's id.</summary>
    AgentId,

    /// <summary>The customer's id.</summary>
    CustomerId,

    /// <summary>The score that counted.</summary>
    Score,

    /// <summary>The field it was read from.</summary>
    Field,

    /// <summary>The tier that applied.</summary>
    Tier,

    /// <summary>The task's priority.</summary>
    Priority,

    /// <summary>The policy's name.</summary>
    Policy,

    /// <summary>The interaction's skill.</summary>
    Skill,

    /// <summary>The interaction's queue.</summary>
    Queue,

    /// <summary>The interaction's channel.</summary>
    Channel,

    /// <summary>The customer's language.</summary>
    Language,

    /// <summary>The task's id; known in notifications only.</summary>
    TaskId,
}

/// <summary>
/// A text with named placeholders, taken apart once. Braces around anything but letters are text.
/// Immutable.
/// </summary>
public sealed class TextTemplate
{
    private const string Unknown = "unknown";

    private static readonly Dictionary<string, TextPlaceholder> Known =
        Enum.GetValues<TextPlaceholder>().ToDictionary(one => char.ToLowerInvariant(one.ToString()[0])
            + one.ToString()[1..]);

    // A literal, or null with the placeholder at the same index.
    private readonly string?[] _literals;
    private readonly TextPlaceholder[] _placeholders;

    private TextTemplate(string template, List<(string? Literal, TextPlaceholder Placeholder)> parts) =>
        (Template, _literals, _placeholders) = (template, [.. parts.Select(part => part.Literal)], [.. parts.Select(part => part.Placeholder)]);

    /// <summary>The template it was made from.</summary>
    public string Template { get; }

    /// <summary>The placeholders known to a template, in braces.</summary>
    /// <param name="taskIsKnown">Whether the task's id is known when the text is made.</param>
    public static IReadOnlyList<string> KnownPlaceholders(bool taskIsKnown) =>
        [.. Known.Where(one => taskIsKnown || one.Value != TextPlaceholder.TaskId).Select(one => $"{{{one.Key}}}")];

    /// <summary>Takes a template apart.</summary>
    /// <param name="template">The template.</param>
    /// <param name="taskIsKnown">Whether the task's id is known when the text is made.</param>
    /// <param name="unknown">
    /// The names of placeholders it cannot be filled in for, in their order.
    /// </param>
    /// <returns>The text, or <c>null</c> where a placeholder is unknown.</returns>
    public static TextTemplate? Parse(string template, bool taskIsKnown, out IReadOnlyList<string> unknown)
    {
        ArgumentNullException.ThrowIfNull(template);
        List<string> strangers = [];
        List<(string?, TextPlaceholder)> parts = [];
        var literal = 0;
        for (var open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            var length = NameLength(template, open);
            if (length == 0)
            {
                continue;
            }

            var name = template.Substring(open + 1, length);
            if (!Known.TryGetValue(name, out var placeholder)
                || (placeholder == TextPlaceholder.TaskId && !taskIsKnown))
            {
                strangers.Add(name);
            }

            parts.Add((template[literal..open], default));
            parts.Add((null, placeholder));
            literal = open + length + 2;
        }

        parts.Add((template[literal..], default));
        unknown = strangers;
        return strangers.Count == 0 ? new(template, parts) : null;
    }

    /// <summary>Takes the template of a text apart that is made before the task's id is known: a subject or a description.</summary>
    /// <param name="template">The template.</param>
    /// <exception cref="FormatException">A placeholder is unknown; the message names it and the known ones.</exception>
    public static TextTemplate Parse(string template) => Parse(template, taskIsKnown: false);

    /// <summary>Takes a template apart.</summary>
    /// <param name="template">The template.</param>
    /// <param name="taskIsKnown">Whether the task's id is known when the text is made, as in a notification.</param>
    /// <exception cref="FormatException">A placeholder is unknown; the message names it and the known ones.</exception>
    public static TextTemplate Parse(string template, bool taskIsKnown) => Parse(template, taskIsKnown, out var unknown)
        ?? throw new FormatException(
            $"The text holds the unknown placeholder {{{unknown[0]}}}; known are {string.Join(", ", KnownPlaceholders(taskIsKnown))}.");

    /// <summary>Fills the placeholders in; for <c>null</c> the text says <c>unknown</c>.</summary>
    /// <param name="values">What each stands for.</param>
    public string Fill(Func<TextPlaceholder, string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var filled = new string?[_literals.Length];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = _literals[i] ?? values(_placeholders[i]) ?? Unknown;
        }

        return string.Concat(filled);
    }

    /// <summary>The template.</summary>
    public override string ToString() => Template;

    private static int NameLength(string template, int open)
    {
        // Whatever stands between braces was meant for a placeholder: one that is misspelt must not
        // reach a customer's agent as it is.
        var length = template.AsSpan(open + 1).IndexOfAny('{', '}');
        return length > 0 && template[open + 1 + length] == '}' ? length : 0;
    }
}

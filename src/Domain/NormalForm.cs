using System.Globalization;
using System.Text;

namespace CxoneAssist.Domain;

/// <summary>
/// Unicode's normal form C, in which texts that people cannot tell apart are equal: <c>é</c> is one character or a
/// letter and an accent, which depends on the system that it was typed on.
/// </summary>
internal static class NormalForm
{
    /// <summary>
    /// Whether this process can compose texts: not where it runs with invariant globalization, which has no Unicode
    /// data and says of every text that it is in normal form.
    /// </summary>
    public static bool IsSupported { get; } = "e\u0301".Normalize().Length == 1;

    /// <summary>The text in normal form C; the text itself where it is in it, or cannot be brought into it.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        try
        {
            return text.IsNormalized() ? text : text.Normalize();
        }
        catch (ArgumentException)
        {
            // Half a character, which no form defines: such a text is equal to itself only.
            return text;
        }
    }

    /// <summary>
    /// Whether a text may have a second way of writing it. Without Unicode's data that is a guess: yes for each letter
    /// outside ASCII, and each mark, but for Chinese characters.
    /// </summary>
    public static bool MayBeAmbiguous(string text) => text.EnumerateRunes().Any(
        rune => !rune.IsAscii && rune.Value is not (>= 0x3400 and <= 0x9FFF)
            && (Rune.IsLetter(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));

    /// <summary>What a policy compares, in normal form; the same object where it is.</summary>
    public static PolicyInput Compose(PolicyInput input)
    {
        var (interaction, form) = (Compose(input.Interaction), Compose(input.Form));
        return ReferenceEquals(interaction, input.Interaction) && ReferenceEquals(form, input.Form)
            ? input
            : input with { Interaction = interaction, Form = form };
    }

    private static CompletedInteraction Compose(CompletedInteraction facts) =>
        IsComposed(facts.Skill) && IsComposed(facts.Queue) && IsComposed(facts.Channel) && IsComposed(facts.Language)
            && IsComposed(facts.AgentId) && IsComposed(facts.CustomerId)
            ? facts
            : facts with
            {
                AgentId = Compose(facts.AgentId),
                CustomerId = ComposeKnown(facts.CustomerId),
                Skill = ComposeKnown(facts.Skill),
                Queue = ComposeKnown(facts.Queue),
                Channel = ComposeKnown(facts.Channel),
                Language = ComposeKnown(facts.Language),
            };

    private static PostInteractionForm Compose(PostInteractionForm form)
    {
        // Counted, not enumerated: this runs for every decision.
        for (var i = 0; i < form.Responses.Count; i++)
        {
            if (!IsComposed(form.Responses[i].FieldName) || !IsComposed(form.Responses[i].Value))
            {
                return form with { Responses = [.. form.Responses.Select(Compose)] };
            }
        }

        return form;
    }

    private static FormResponse Compose(FormResponse one) => new(Compose(one.FieldName), ComposeKnown(one.Value));

    private static bool IsComposed(string? text) => text is null || ReferenceEquals(Compose(text), text);

    private static string? ComposeKnown(string? text) => text is null ? null : Compose(text);
}

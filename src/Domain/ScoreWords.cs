namespace CxoneAssist.Domain;

/// <summary>The words that a question knows in addition to numbers.</summary>
internal static class ScoreWords
{
    public static Dictionary<string, decimal> Labels(
        IReadOnlyDictionary<string, decimal> labels, decimal min, decimal max)
    {
        ArgumentNullException.ThrowIfNull(labels);
        Dictionary<string, decimal> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, score) in labels)
        {
            if (string.IsNullOrWhiteSpace(word) || ScoreText.TryRead(word.AsSpan().Trim(), out _) || score < min
                || score > max)
            {
                throw new ArgumentException(
                    $"A label is a word, not a number, and stands for a score of the scale: '{word}'.", nameof(labels));
            }

            if (!known.TryAdd(NormalForm.Compose(word.Trim()), ScoreText.Normal(score)))
            {
                throw new ArgumentException($"The label '{word}' is given twice.", nameof(labels));
            }
        }

        return known;
    }

    public static string[] Unanswered(IReadOnlyList<string> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. answers.Select(answer => NormalForm.Compose(answer.Trim())).Where(answer => answer.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public static bool Contains(string[] words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

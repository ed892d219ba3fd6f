namespace CxoneAssist.Domain.Lint;

/// <summary>Texts that a process without Unicode's data cannot compare with their other way of writing.</summary>
internal static class TextRules
{
    public static void Check(Findings findings, bool composes)
    {
        if (composes)
        {
            return;
        }

        foreach (var (steps, text) in ComparedTexts.Ambiguous(findings.Policy))
        {
            findings.Warn(
                "not-normalised", steps,
                $"'{ScoreText.Quote(text)}' has letters that can be written in two ways (é as one character, or as e "
                    + "and an accent), and texts are not normalised in this process, which runs without ICU: "
                    + "the other way would not match.",
                "Run the tool and the host with ICU, or write each letter as one character, as CXone must do too.");
        }
    }
}

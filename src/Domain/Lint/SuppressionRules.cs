namespace CxoneAssist.Domain.Lint;

/// <summary>Suppression that looks back further than anything is kept.</summary>
internal static class SuppressionRules
{
    public static void Check(Findings findings)
    {
        if (findings.Policy.Suppression is not { } rule
            || rule.Within.After(DateTimeOffset.UnixEpoch) - DateTimeOffset.UnixEpoch <= PolicyLint.DefaultRetention)
        {
            return;
        }

        findings.Warn(
            "suppression-beyond-retention", ["suppress", "within"],
            $"Suppression looks back {rule.Within}, but an inbox keeps what is settled for 90 days unless it is told otherwise.",
            "Shorten 'within', or keep the inbox's contents as long.");
    }
}

using CxoneAssist.Domain.Lint;

namespace CxoneAssist.Domain;

/// <summary>Looks at a policy for what is valid and yet hardly meant. Pure.</summary>
public static class PolicyLint
{
    /// <summary>
    /// How long an inbox keeps the contents of what is settled unless it is told otherwise, and so
    /// how far back a suppression sees.
    /// </summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromDays(90);

    /// <summary>Checks a policy's file.</summary>
    /// <param name="reading">What came of reading it.</param>
    /// <param name="today">The date to judge dates by.</param>
    /// <returns>
    /// All findings in the order of the file; what is wrong with the file as errors of the rule
    /// <c>format</c>, and then nothing else is looked at.
    /// </returns>
    public static IReadOnlyList<PolicyFinding> Check(PolicyReadResult reading, DateOnly today) =>
        Check(reading, today, NormalForm.IsSupported);

    internal static IReadOnlyList<PolicyFinding> Check(PolicyReadResult reading, DateOnly today, bool composes)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Policy is not { } policy)
        {
            return [.. reading.ProblemsWithRemedy.Select(one => Broken(one.Problem, one.Remedy))];
        }

        var findings = new Findings(policy, new FileLocations(reading.Root!, reading.Document), today);
        ScoreRules.Check(findings);
        TierRules.Check(findings);
        OrderRules.Check(findings);
        OverrideRules.Check(findings);
        CalendarRules.Check(findings);
        SuppressionRules.Check(findings);
        TextRules.Check(findings, composes);
        return findings.All;
    }

    private static PolicyFinding Broken(PolicyProblem problem, string remedy)
    {
        var message = problem.Message[..^(remedy.Length + 1)];
        return new(FindingSeverity.Error, "format", new PolicyProblem(problem.Line, problem.Column, problem.Path, message), remedy);
    }
}

using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain;

/// <summary>What came of reading a policy's file.</summary>
public sealed class PolicyReadResult
{
    internal PolicyReadResult(FollowUpPolicy? policy, ProblemList problems, JsonNodeAt? root, JsonSource document)
    {
        (Policy, Root, Document, ProblemsWithRemedy) = (policy, root, document, problems.All);
        Problems = [.. ProblemsWithRemedy.Select(one => one.Problem)];
    }

    /// <summary>The policy; <c>null</c> where there is a problem.</summary>
    public FollowUpPolicy? Policy { get; }

    /// <summary>
    /// All that is wrong with the file, in its order, at most 100 and a count of the rest; empty
    /// where there is a policy.
    /// </summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    internal IReadOnlyList<(PolicyProblem Problem, string Remedy)> ProblemsWithRemedy { get; }

    internal JsonNodeAt? Root { get; }

    internal JsonSource Document { get; }
}

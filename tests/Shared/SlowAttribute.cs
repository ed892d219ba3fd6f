using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CxoneAssist.Tests;

/// <summary>
/// Marks tests that take too long for every run of <c>dotnet test</c>. They run where
/// <c>CXONEASSIST_SLOW=1</c>, and are reported as skipped elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class SlowAttribute() : CategoryAttribute("Slow"), IApplyToTest
{
    private const string Variable = "CXONEASSIST_SLOW";

    private static readonly bool Runs = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Why a slow test does not run; <c>null</c> where it does.</summary>
    public static string? SkipReason { get; } = Runs ? null : $"Slow: {Variable}=1 runs it.";

    void IApplyToTest.ApplyToTest(Test test)
    {
        ApplyToTest(test);
        if (SkipReason is not null && test.RunState == RunState.Runnable)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, SkipReason);
        }
    }
}

/// <summary>One slow case of a test whose other cases always run; see <see cref="SlowAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SlowTestCaseAttribute : TestCaseAttribute
{
    public SlowTestCaseAttribute(params object?[]? arguments)
        : base(arguments)
    {
        Category = "Slow";
        if (SlowAttribute.SkipReason is { } reason)
        {
            Ignore = reason;
        }
    }
}

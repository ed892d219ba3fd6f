using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace CxoneAssist.Tests;

/// <summary>
/// Marks what takes too long for every run of <c>dotnet test</c>: it runs where <c>CXONEASSIST_SLOW=1</c>, and is reported as
/// skipped elsewhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
internal sealed class SlowAttribute() : CategoryAttribute("Slow"), IApplyToTest
{
    private const string Variable = "CXONEASSIST_SLOW";

    void IApplyToTest.ApplyToTest(Test test)
    {
        ApplyToTest(test);
        if (Environment.GetEnvironmentVariable(Variable) != "1" && test.RunState == RunState.Runnable)
        {
            test.RunState = RunState.Ignored;
            test.Properties.Set(PropertyNames.SkipReason, $"Slow: {Variable}=1 runs it.");
        }
    }
}

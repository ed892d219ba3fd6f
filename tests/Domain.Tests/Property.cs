using System.Globalization;
using CsCheck;

namespace CxoneAssist.Domain.Tests;

internal static class Property
{
    // Mutation testing runs every test many times: there, a fraction of the cases is enough.
    private static readonly int OneIn =
        int.TryParse(Environment.GetEnvironmentVariable("CXONEASSIST_PROPERTIES_ONE_IN"), CultureInfo.InvariantCulture, out var every) ? every : 1;

    /// <summary>Whether properties are checked on all their cases.</summary>
    public static bool IsThorough => OneIn == 1;

    /// <summary>
    /// Checks a property on the same number of cases in every run; CsCheck shrinks a case that
    /// breaks it.
    /// </summary>
    public static void ShouldHold<T>(this Gen<T> cases, Func<T, bool> property, int count = 5_000)
    {
        var random = new PCG(7, 20261122);
        for (var i = 0; i < Math.Max(1, count / OneIn); i++)
        {
            var seed = random.ToString();
            if (!Holds(cases.Generate(random, null, out _), property))
            {
                if (IsThorough)
                {
                    cases.Sample(property, seed: seed, threads: 1);
                }

                Assert.Fail($"A case broke the property: seed {seed}.");
            }
        }
    }

    private static bool Holds<T>(T value, Func<T, bool> property)
    {
        try
        {
            return property(value);
        }
#pragma warning disable CA1031 // Whatever a property throws is a case that breaks it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}

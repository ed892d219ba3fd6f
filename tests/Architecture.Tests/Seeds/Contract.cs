using CxoneAssist.Architecture.Tests.Seeds.Contract.Inner;

namespace CxoneAssist.Architecture.Tests.Seeds.Contract.Inner
{
    internal interface IInside;

    internal abstract class Inside
    {
        public static int Count = 1;

        public static void Call()
        {
        }

        internal sealed class Nested;
    }
}

namespace CxoneAssist.Architecture.Tests.Seeds.Contract
{
    // One type for each place in which a use of a type of the same assembly can stand.
    internal sealed class AsBase : Inside;

    internal sealed class AsImplementedInterface : IInside;

    internal sealed class AsParameterOfAConstructor(IInside inside)
    {
        public override string? ToString() => inside.ToString();
    }

    internal static class AsGenericArgument
    {
        public static IEnumerable<IInside>? Use() => null;
    }

    internal static class AsCalledMethod
    {
        public static void Use() => Inside.Call();
    }

    internal static class AsReadField
    {
        public static int Use() => Inside.Count;
    }

    internal static class AsTypeOf
    {
        public static string Use() => typeof(IInside).Name;
    }

    internal static class AsNestedInALambda
    {
        public static Func<object> Use() => () => new Inside.Nested();
    }

    // Allowed, so that the rule is seen to let it pass.
    internal static class KeepsOut
    {
        public static int Use() => nameof(Inside).Length;
    }
}

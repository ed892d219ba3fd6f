namespace CxoneAssist.Architecture.Tests.Seeds
{
    internal class OpenClass;

    internal record OpenRecord;

    internal abstract class AbstractClass;

    internal abstract record AbstractRecord;

    internal static class StaticClass;

    internal sealed class SealedClass;

    public sealed class PublicShell
    {
        private class OpenInside;

        public sealed class Inside;
    }
}

namespace CxoneAssist.Architecture.Tests.Seeds.Deep
{
    public sealed class TooDeep;
}

namespace CxoneAssist.Architecture.Tests.Seeds.Helpers
{
    internal sealed class Misnamed;
}

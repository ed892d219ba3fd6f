namespace CxoneAssist.Architecture.Tests.Seeds.Names.One
{
    internal sealed class Twin
    {
        internal sealed class Waiting;

        private static class Log;
    }

    internal sealed class Deciding;

    internal sealed class Decided;

    internal abstract record Search
    {
        internal sealed record Found : Search;
    }
}

namespace CxoneAssist.Architecture.Tests.Seeds.Names.Other
{
    internal sealed class Twin
    {
        private static class Log;
    }

    internal sealed class Single;

    internal abstract record Survey
    {
        internal sealed record Found : Survey;
    }
}

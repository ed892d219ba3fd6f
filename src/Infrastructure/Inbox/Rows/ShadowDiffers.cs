using CxoneAssist.Application;

namespace CxoneAssist.Infrastructure.Inbox.Rows;

/// <summary>How the shadow policy's decision compares, as it is kept in its column.</summary>
internal static class ShadowDiffers
{
    public static long? Of(RecordedDecision? decision) => decision?.Shadow is { } shadow ? (shadow.DiffersFrom(decision) ? 1 : 0) : null;
}

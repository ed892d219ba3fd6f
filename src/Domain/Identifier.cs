namespace CxoneAssist.Domain;

/// <summary>
/// The shape of an interaction's or agent's id: 1 to 128 characters, the first an ASCII letter or
/// digit, the others letters, digits or one of <c>. _ ~ : @ + = -</c>. Nothing of this shape can
/// leave its place in a path, a query or a log line.
/// </summary>
public static class Identifier
{
    /// <summary>The greatest length of an id, in characters.</summary>
    public const int MaxLength = 128;

    /// <summary>Whether <paramref name="text"/> has the shape of an id.</summary>
    /// <param name="text">The text; <c>null</c> is not an id.</param>
    public static bool IsValid(string? text)
    {
        if (text is null or { Length: 0 or > MaxLength } || !char.IsAsciiLetterOrDigit(text[0]))
        {
            return false;
        }

        return text.AsSpan().IndexOfAnyExcept(Allowed) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~:@+=-");
}

namespace CxoneAssist.Simulator.Tokens;

internal sealed class IssuedToken(string value, DateTimeOffset expiresAt, string[] scopes)
{
    private int _uses;

    public string Value => value;

    public string[] Scopes => scopes;

    public bool IsExpired(DateTimeOffset now) => now >= expiresAt;

    /// <summary>Counts a use; false when the token may not be used any more.</summary>
    public bool TryUse(int? uses) => Interlocked.Increment(ref _uses) <= (uses ?? int.MaxValue);

    public bool Grants(string scope) => Array.IndexOf(scopes, scope) >= 0;
}

using System.Collections.Concurrent;

namespace CxoneAssist.Simulator.Tokens;

internal sealed class IssuedTokens
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IssuedToken>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public IssuedTokens() => _bySpan = _tokens.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyCollection<string> Values => [.. _tokens.Keys];

    public IssuedToken Issue(DateTimeOffset expiresAt, string[] scopes)
    {
        var token = new IssuedToken(Guid.NewGuid().ToString("N"), expiresAt, scopes);
        _tokens[token.Value] = token;
        return token;
    }

    public IssuedToken? Find(string? authorization) =>
        authorization is not null
        && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && _bySpan.TryGetValue(authorization.AsSpan(Scheme.Length), out var token)
            ? token
            : null;
}

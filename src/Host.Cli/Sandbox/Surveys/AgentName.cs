using System.Security.Cryptography;
using System.Text;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>Converts the names of agents in reports to ids.</summary>
internal static class AgentName
{
    private const int LongestSlug = 100;
    private const int HashLength = 8;

    /// <summary>
    /// The id of a name, always the same; <c>null</c> where the name is blank. A name that is a
    /// valid id stays as it is.
    /// </summary>
    public static string? ToId(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0 || Identifier.IsValid(trimmed))
        {
            return trimmed.Length == 0 ? null : trimmed;
        }

        var slug = Slug(trimmed);
        return trimmed.All(char.IsAscii) && slug.Length is > 0 and <= LongestSlug ? slug : WithHash(slug, trimmed);
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }

    // The slug leaves letters out: without the hash, two agents could get the same id.
    private static string WithHash(string slug, string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        return (slug.Length == 0 ? "agent" : slug[..Math.Min(slug.Length, LongestSlug)]) + "-" + hash;
    }
}

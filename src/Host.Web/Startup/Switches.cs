using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// What is wrong with the command line, read as .NET reads it: <c>--key=value</c>, <c>--key value</c>, <c>/key=value</c>, <c>key=value</c>. .NET
/// ignores whatever it does not understand; a misspelt mode would have the host act.
/// </summary>
internal static class Switches
{
    private const int LongestName = 64;

    private static readonly string[] Prefixes = ["ASPNETCORE_", "DOTNET_"];

    public static IReadOnlyList<string> Faults(string[] args)
    {
        List<string> faults = [];
        for (var i = 0; i < args.Length; i++)
        {
            var (fault, takesNext) = Read(args[i], i + 1, args.ElementAtOrDefault(i + 1));
            faults.AddRange(fault is null ? [] : [fault]);
            i += takesNext ? 1 : 0;
        }

        return faults;
    }

    /// <summary>What is wrong with a name, written as it is for the user with <paramref name="prefix"/>; <c>null</c> where it is a setting.</summary>
    public static string? Fault(string prefix, string name) => KnownNames.IsRead(name) ? null
        : Nearest(name) is { } nearest
            ? $"{prefix}{SettingNames.Shown(name)} is not a setting: write {prefix}{nearest} if that is meant, or leave it out."
        : $"{(IsShown(name) ? prefix + name : "What stands in place of a name")} is not a setting: see --help for those there are.";

    private static (string? Fault, bool TakesNext) Read(string arg, int position, string? next)
    {
        var prefix = arg.StartsWith("--", StringComparison.Ordinal) ? "--" : arg.StartsWith('-') ? "-" : arg.StartsWith('/') ? "/" : "";
        var end = arg.IndexOf('=', StringComparison.Ordinal);
        if (prefix == "-")
        {
            return ($"Argument {position} begins with a single dash: write --NAME=VALUE.", false);
        }

        if (end >= 0)
        {
            return (Fault(prefix, arg[prefix.Length..end]), false);
        }

        if (prefix.Length == 0)
        {
            // Not quoted: it may be a secret that a blank has cut off its name. An empty one, as scripts pass on, says nothing.
            return (string.IsNullOrWhiteSpace(arg) ? null : $"Argument {position} is not understood: write --NAME=VALUE (see --help).", false);
        }

        var name = arg[prefix.Length..];
        var hasValue = next is not null && !next.StartsWith("--", StringComparison.Ordinal);
        return (Fault(prefix, name) ?? (hasValue ? null : $"{prefix}{name} has no value: write {prefix}{name}=VALUE."), hasValue);
    }

    // In the environment .NET's own names have a prefix, which they do not have here.
    private static string? Nearest(string name) =>
        Array.Find(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix && KnownNames.IsRead(name[prefix.Length..])
            ? name[prefix.Length..].ToLowerInvariant()
            : KnownNames.All.Nearest(name);

    // A secret with a '=' in it may stand where its name was forgotten.
    private static bool IsShown(string name) => name.Length is > 0 and <= LongestName
        && !name.StartsWith("whsec_", StringComparison.OrdinalIgnoreCase)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or ':' or '.');
}

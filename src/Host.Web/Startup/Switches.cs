using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// What is wrong with the command line, read as .NET reads it: <c>--key=value</c>, <c>--key value</c>,
/// <c>/key=value</c>, <c>key=value</c>. .NET ignores what it does not understand; a misspelt mode
/// would have the host act.
/// </summary>
internal static class Switches
{
    private const int LongestName = 64;

    private static readonly string[] EnvironmentPrefixes = ["ASPNETCORE_", "DOTNET_"];

    /// <summary>A sentence for each argument that is not understood.</summary>
    public static IReadOnlyList<string> Faults(string[] args)
    {
        List<string> faults = [];
        for (var i = 0; i < args.Length; i++)
        {
            var (fault, takesNext) = Check(args[i], i + 1, args.ElementAtOrDefault(i + 1));
            faults.AddRange(fault is null ? [] : [fault]);
            i += takesNext ? 1 : 0;
        }

        return faults;
    }

    /// <summary>What is wrong with a name; <c>null</c> where it is a setting's.</summary>
    /// <param name="prefix">What stands before it on the command line.</param>
    /// <param name="name">The name.</param>
    public static string? Fault(string prefix, string name)
    {
        if (KnownNames.IsRead(name))
        {
            return null;
        }

        return Nearest(name) is { } nearest
            ? $"{prefix}{SettingNames.Shown(name)} is not a setting: write {prefix}{nearest} if that is meant, "
                + "or leave it out."
            : $"{(IsShown(name) ? prefix + name : "What stands in place of a name")} is not a setting: "
                + "see --help for those there are.";
    }

    private static (string? Fault, bool TakesNext) Check(string arg, int position, string? next)
    {
        var prefix = Prefix(arg);
        var end = arg.IndexOf('=', StringComparison.Ordinal);
        return prefix switch
        {
            "-" => ($"Argument {position} begins with a single dash: write --NAME=VALUE.", false),
            _ when end >= 0 => (Fault(prefix, arg[prefix.Length..end]), false),
            "" when string.IsNullOrWhiteSpace(arg) => (null, false), // A variable of a script that holds nothing.
            // Not quoted: it may be a secret that a blank has cut off its name.
            "" => ($"Argument {position} is not understood: write --NAME=VALUE (see --help).", false),
            _ => Check(prefix, arg[prefix.Length..], next is null || next.StartsWith("--", StringComparison.Ordinal)),
        };
    }

    private static (string? Fault, bool TakesNext) Check(string prefix, string name, bool isLast) =>
        (Fault(prefix, name) ?? (isLast ? $"{prefix}{name} has no value: write {prefix}{name}=VALUE." : null), !isLast);

    private static string Prefix(string arg) => arg switch
    {
        ['-', '-', ..] => "--",
        ['-', ..] => "-",
        ['/', ..] => "/",
        _ => "",
    };

    // In the environment .NET's own names have a prefix, which they do not have here.
    private static string? Nearest(string name)
    {
        var prefix = Array.Find(EnvironmentPrefixes, one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase));
        return prefix is not null && KnownNames.IsRead(name[prefix.Length..])
            ? name[prefix.Length..].ToLowerInvariant()
            : KnownNames.All.Nearest(name);
    }

    // Where a name was forgotten, a secret that holds a '=' stands in its place.
    private static bool IsShown(string name) => name.Length is > 0 and <= LongestName
        && !name.StartsWith("whsec_", StringComparison.OrdinalIgnoreCase)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or ':' or '.');
}

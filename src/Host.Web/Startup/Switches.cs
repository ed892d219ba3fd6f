using CxoneAssist.Infrastructure.Settings;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Checks the command line, with the syntax that .NET reads: <c>--key=value</c>, <c>--key
/// value</c>, <c>/key=value</c>, <c>key=value</c>. .NET ignores arguments that it does not
/// understand; a host with a misspelt mode would create tasks.
/// </summary>
internal static class Switches
{
    private const int LongestName = 64;

    private static readonly string[] EnvironmentPrefixes = ["ASPNETCORE_", "DOTNET_"];

    /// <summary>One sentence for each argument that is not valid.</summary>
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

    /// <summary>Why a name is refused; <c>null</c> where it is a setting's.</summary>
    /// <param name="prefix">The prefix of the name on the command line.</param>
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
            : $"{(IsShown(name) ? prefix + name : "The text in place of a name")} is not a setting: "
                + "see --help for the settings.";
    }

    private static (string? Fault, bool TakesNext) Check(string arg, int position, string? next)
    {
        var prefix = Prefix(arg);
        var end = arg.IndexOf('=', StringComparison.Ordinal);
        return prefix switch
        {
            "-" => ($"Argument {position} begins with a single dash: write --NAME=VALUE.", false),
            _ when end >= 0 => (Fault(prefix, arg[prefix.Length..end]), false),
            "" when string.IsNullOrWhiteSpace(arg) => (null, false), // An empty variable of a script.
            // Not quoted: it may be a secret that a space separated from its name.
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

    // In the environment .NET's own names have a prefix that they do not have on the command line.
    private static string? Nearest(string name)
    {
        var prefix = Array.Find(EnvironmentPrefixes, one => name.StartsWith(one, StringComparison.OrdinalIgnoreCase));
        return prefix is not null && KnownNames.IsRead(name[prefix.Length..])
            ? name[prefix.Length..].ToLowerInvariant()
            : KnownNames.All.Nearest(name);
    }

    // Where the name is missing, a secret that contains a '=' stands in its place.
    private static bool IsShown(string name) => name.Length is > 0 and <= LongestName
        && !name.StartsWith("whsec_", StringComparison.OrdinalIgnoreCase)
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or ':' or '.');
}

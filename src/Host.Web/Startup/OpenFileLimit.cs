using System.Globalization;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// How many connections the system's limit of open files leaves room for. Past that limit the server could not accept a
/// connection, and would try again without a pause, or fail altogether.
/// </summary>
internal static class OpenFileLimit
{
    // The program's own files, the database, calls to CXone, and connections that are refused.
    private const int Others = 700;

    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";

    /// <summary>The most connections; <c>null</c> where the system has no limit, or does not tell.</summary>
    public static int? Connections() => Read() is { } files ? Math.Max(files - Others, files / 5) : null;

    /// <summary>The limit in force; <c>null</c> where there is none, or the system does not tell (Linux does).</summary>
    public static int? Read()
    {
        try
        {
            var line = File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
            var soft = line?[Line.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

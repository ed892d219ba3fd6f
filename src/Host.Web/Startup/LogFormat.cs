using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging.Console;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>How the log is written unless the settings say so: for people on a terminal, as JSON elsewhere.</summary>
internal static class LogFormat
{
    public const string Formatter = "Logging:Console:FormatterName";
    private const string Options = "Logging:Console:FormatterOptions:";

    /// <summary>The defaults.</summary>
    /// <param name="configured">The format in the settings; <c>null</c> where they name none.</param>
    /// <param name="isTerminal">Whether a person reads it as it is written.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Defaults(string? configured, bool isTerminal)
    {
        var format = configured ?? (isTerminal ? ConsoleFormatterNames.Simple : ConsoleFormatterNames.Json);
        yield return new(Formatter, format);
        yield return new(Options + nameof(ConsoleFormatterOptions.UseUtcTimestamp), "true");
        if (format == ConsoleFormatterNames.Json)
        {
            yield return new(Options + nameof(ConsoleFormatterOptions.TimestampFormat), "yyyy-MM-ddTHH:mm:ss.fffZ");
        }
        else
        {
            yield return new(Options + nameof(SimpleConsoleFormatterOptions.SingleLine), "true");
            yield return new(Options + nameof(ConsoleFormatterOptions.TimestampFormat), "yyyy-MM-dd HH:mm:ssZ ");
        }
    }

    /// <summary>Lets JSON hold apostrophes and letters as they are: the log is not put into a web page.</summary>
    public static void AddReadableJson(this WebApplicationBuilder builder) =>
        builder.Services.Configure<JsonConsoleFormatterOptions>(options =>
            options.JsonWriterOptions = options.JsonWriterOptions with { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

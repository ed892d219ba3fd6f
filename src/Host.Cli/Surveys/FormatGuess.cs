using System.Text;
using System.Text.Json;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Json;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>Tells the format of a file by its first bytes, and where these leave it open by its name.</summary>
internal static class FormatGuess
{
    /// <summary>How many bytes are enough.</summary>
    public const int Bytes = 512;

    private static readonly string[] JsonEndings = [".jsonl", ".ndjson", ".json"];

    /// <exception cref="CommandFailure">It is a format that is not read.</exception>
    public static string Guess(string name, ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\x03\x04"u8))
        {
            return SurveyFormat.Workbook;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw Refused(name, "a workbook of an Excel before 2007, or one with a password");
        }

        // A CSV header does not begin with a brace.
        return Text(head) switch
        {
            ['{', .. var rest] when FirstLine(rest).IsWhiteSpace() && rest.Contains('\n') => throw new CommandFailure(
                $"{name} is JSON over several lines{(List(head) is { } list
                    ? $"; {SurveyJson.Nested(list, isList: true)}."
                    : ". Write one object per line, or an array of them.")}", ExitCode.Usage),
            ['{', ..] => SurveyFormat.JsonLines,
            ['[', .. var rest] when rest.TrimStart() is ['{' or ']', ..] or [] => SurveyFormat.JsonArray,
            ['<', ..] => throw Refused(name, "HTML or XML, which some programs name .xls"),
            _ => JsonEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
                ? SurveyFormat.JsonLines
                : SurveyFormat.Csv,
        };
    }

    // The first member of an object that is an array of objects.
    private static string? List(ReadOnlySpan<byte> head)
    {
        var json = new Utf8JsonReader(head, isFinalBlock: false, default);
        var (name, isArray) = ("", false);
        try
        {
            while (json.Read())
            {
                if (isArray && json.TokenType == JsonTokenType.StartObject)
                {
                    return name;
                }

                isArray = json is { TokenType: JsonTokenType.StartArray, CurrentDepth: 1 };
                name = json is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } ? json.GetString()! : name;
            }
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            // It is refused anyway, or has a name that is no UTF-8.
        }

        return null;
    }

    private static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) =>
        text.IndexOf('\n') is >= 0 and var end ? text[..end] : text;

    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> head) =>
        Encoding.UTF8.GetString(head).AsSpan().TrimStart('\uFEFF').TrimStart();

    private static CommandFailure Refused(string name, string what) =>
        new($"{name} is {what}. Open it in a spreadsheet program and save it as .xlsx or as CSV in UTF-8.", ExitCode.Usage);
}

using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Domain;
using CxoneAssist.Domain.Calendar;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>The options for the surveys and their format.</summary>
internal sealed class SurveyOptions
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "The surveys: CSV with a header line, or JSON Lines; - for standard input.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "csv or jsonl, where the file does not show it.",
        HelpName = "csv|jsonl",
    };

    private readonly Option<string> _delimiter = new("--delimiter")
    {
        Description = "The character between the fields of CSV.",
        HelpName = "TEXT",
        DefaultValueFactory = _ => ",",
        Validators = { CheckDelimiter },
    };

    private readonly Option<string?> _zone = new("--zone")
    {
        Description = "The zone of times without an offset, and of days and hours in the output. Default the "
            + "calendar's, else UTC.",
        HelpName = "ZONE",
        Validators = { CheckZone },
    };

    private readonly Option<string[]> _map = new("--map")
    {
        Description = $"The column of a value: --map score=csat. May be given again. Values: {ColumnMap.Names}.",
        HelpName = "WHAT=COLUMN",
        Validators = { CheckMap },
    };

    public SurveyOptions() => _format.AcceptOnlyFromAmong(SurveyFormat.Csv, SurveyFormat.JsonLines);

    public Option[] Options => [_input, _format, _delimiter, _zone, _map];

    public TimeZoneInfo? Zone(ParseResult parsed) =>
        parsed.GetValue(_zone) is { } name && BusinessCalendar.TryFindZone(name, out var zone) ? zone : null;

    /// <summary>The file of the surveys; <c>null</c> for standard input.</summary>
    public string? File(ParseResult parsed) =>
        parsed.GetRequiredValue(_input) is var path && path == SurveyInput.StandardInput ? null : path;

    public SurveyInput Open(ParseResult parsed, CommandContext context) =>
        SurveyInput.Open(parsed.GetRequiredValue(_input), context.Input);

    public ISurveys Read(ParseResult parsed, SurveyInput input, ColumnMap map, TimeZoneInfo zone, BadRows bad)
    {
        // Shells pass this as two characters, not as a tab.
        var delimiter = parsed.GetRequiredValue(_delimiter).Replace("\\t", "\t", StringComparison.Ordinal);
        return input.Read(parsed.GetValue(_format), delimiter, map, new SurveyTime(zone), bad);
    }

    public IReadOnlyDictionary<string, string> Map(ParseResult parsed) =>
        (parsed.GetValue(_map) ?? []).Select(Split).ToDictionary(pair => pair.What, pair => pair.Column);

    private static (string What, string Column) Split(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 1 || at == text.Length - 1 ? ("", "") : (text[..at].Trim(), text[(at + 1)..].Trim());
    }

    private static void CheckZone(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } zone && !BusinessCalendar.TryFindZone(zone, out _))
        {
            result.AddError(ZoneNames.HasData
                ? $"--zone: there is no zone '{zone}'; name one like Europe/Berlin or UTC."
                : "--zone: this machine has no time-zone data. Install tzdata.");
        }
    }

    private static void CheckDelimiter(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is not { Length: > 0 } delimiter
            || delimiter.AsSpan().ContainsAny("\"\r\n"))
        {
            result.AddError("--delimiter must be the text between fields, like ';' or '\\t': not empty, no "
                + "quotation mark, no line end.");
        }
    }

    private static void CheckMap(OptionResult result)
    {
        var named = result.Tokens.Select(token => Split(token.Value).What).ToList();
        if (named.Find(what => !ColumnMap.Knows(what)) is { } unknown)
        {
            result.AddError(
                $"--map takes WHAT=COLUMN, and '{unknown}' cannot be mapped; these can: {ColumnMap.Names}.");
        }
        else if (named.Count != named.Distinct().Count())
        {
            result.AddError("--map names the same value twice.");
        }
    }
}

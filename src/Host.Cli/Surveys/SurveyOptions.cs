using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Domain;
using CxoneAssist.Domain.Calendar;
using CxoneAssist.Domain.PolicyFile.Repairs;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>The options for the surveys and their format.</summary>
internal sealed class SurveyOptions
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "The surveys: CSV with a header line, an Excel workbook (.xlsx), JSON Lines or a JSON array; - for "
            + "standard input.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "csv, xlsx, jsonl or json (an array). Default what the file shows.",
        HelpName = "csv|xlsx|jsonl|json",
    };

    private readonly Option<string?> _delimiter = new("--delimiter")
    {
        Description = "The character between the fields of CSV. Default what the header line shows.",
        HelpName = "TEXT",
        Validators = { CheckDelimiter },
    };

    private readonly Option<string?> _sheet = new("--sheet")
    {
        Description = "The sheet of a workbook. Default the only one that has the columns.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _dates = new("--dates")
    {
        Description = "How dates are written: dmy for 31/12/2026, mdy for 12/31/2026, or a format like 'dd.MM.yyyy HH:mm'. "
            + "Default what the file shows.",
        HelpName = "dmy|mdy|FORMAT",
        Validators = { CheckDates },
    };

    private readonly Option<string?> _decimal = new("--decimal")
    {
        Description = "Whether 3,125 is a decimal comma (comma), or no number (point). 3,5 is read without it.",
        HelpName = "comma|point",
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

    public SurveyOptions()
    {
        _format.AcceptOnlyFromAmong(SurveyFormat.Csv, SurveyFormat.Workbook, SurveyFormat.JsonLines, SurveyFormat.JsonArray);
        _decimal.AcceptOnlyFromAmong(DecimalComma.Comma, DecimalComma.Point);
    }

    public Option[] Options => [_input, _format, _delimiter, _sheet, _dates, _decimal, _zone, _map];

    public TimeZoneInfo? Zone(ParseResult parsed) =>
        parsed.GetValue(_zone) is { } name && BusinessCalendar.TryFindZone(name, out var zone) ? zone : null;

    /// <summary>The file of the surveys; <c>null</c> for standard input.</summary>
    public string? File(ParseResult parsed) =>
        parsed.GetRequiredValue(_input) is var path && path == SurveyInput.StandardInput ? null : path;

    public SurveyInput Open(ParseResult parsed, CommandContext context) =>
        SurveyInput.Open(parsed.GetRequiredValue(_input), context.Input);

    public ISurveys Read(ParseResult parsed, SurveyInput input, ColumnMap map, TimeZoneInfo zone, BadRows bad)
    {
        var time = new SurveyTime(zone, DateForms.Parse(parsed.GetValue(_dates)));
        // Shells pass a tab as two characters.
        var delimiter = parsed.GetValue(_delimiter)?.Replace("\\t", "\t", StringComparison.Ordinal);
        var rows = input.Read(
            new SurveyFormat(parsed.GetValue(_format), delimiter, parsed.GetValue(_sheet)), map, time, bad);
        return new SurveyReader(rows, input.Name, map, time, new SurveyRows(map, time, bad, parsed.GetValue(_decimal)));
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
                ? $"--zone: there is no zone '{zone}'; " + (ZoneRepair.Find(zone) is { } meant
                    ? $"did you mean {meant}?"
                    : "name one like Europe/Berlin or UTC.")
                : "--zone: this machine has no time-zone data. Install tzdata.");
        }
    }

    private static void CheckDelimiter(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is not { Length: > 0 } delimiter
            || delimiter.AsSpan().ContainsAny("\"\r\n"))
        {
            result.AddError("--delimiter must be the text between fields, like ';' or '\\t': not empty, no "
                + "quotation mark, no line end.");
        }
    }

    private static void CheckDates(OptionResult result)
    {
        if (DateForms.FindProblem(result.GetValueOrDefault<string?>() ?? "") is { } problem)
        {
            result.AddError($"--dates: {problem}");
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

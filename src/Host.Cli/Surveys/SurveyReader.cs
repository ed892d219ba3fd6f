using CxoneAssist.Domain.Written;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Columns;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// Reads surveys one by one. What a file does not say of itself, the order of day and month and the scale of a column
/// with another name, is found out from its first rows before any survey is made of them.
/// </summary>
internal sealed class SurveyReader : ISurveys
{
    private const int UsualSample = 1_000;
    private const int LargestSample = 50_000;

    private static readonly SurveyFact[] Times = [SurveyFact.Completed, SurveyFact.Received, SurveyFact.Submitted];

    private readonly IRows _source;
    private readonly SurveyTime _time;
    private readonly SurveyRows _surveys;
    private readonly Queue<(long Line, string?[] Slots)> _sample = new();
    private readonly DateEvidence _dates = new();
    private readonly string?[] _slots;
    private string? _firstTime;
    private (string Where, string Text)? _unfit;
    private bool _fits;

    public SurveyReader(IRows source, string name, ColumnMap map, SurveyTime time, SurveyRows surveys)
    {
        (_source, _time, _surveys) = (source, time, surveys);
        _slots = new string?[map.Slots.Count];
        TakeSample();
        if (_unfit is { } unfit && !_fits)
        {
            throw new CommandFailure(
                $"{name}, {unfit.Where}: the format does not fit '{SafeText.Clean(unfit.Text)}', nor any other time of the first "
                    + $"{Format.Count(_sample.Count, "row")}. {FormatProposal.InWords(unfit.Text)}", ExitCode.Usage);
        }

        if (time.Order is null)
        {
            _dates.Insist(name, _sample.Count);
            time.Order = _dates.Order;
        }

        ScaleCheck.Insist(name, map, source.Columns, _sample);
    }

    public string Unit => _source.Unit;

    public IEnumerable<(string What, string Column)> Columns => _source.Columns;

    public IEnumerable<string> ReadAs
    {
        get
        {
            yield return _source.ReadAs.First();
            if (_firstTime is not null)
            {
                yield return $"times like '{SafeText.Clean(_firstTime)}'{DatesInWords()}";
            }

            if (_surveys.SkippedTimes > 0)
            {
                yield return $"{Format.Count(_surveys.SkippedTimes, "time")} that the clocks of {_time.Zone} skip (moved forward)";
            }

            if (_surveys.RepeatedTimes > 0)
            {
                yield return $"{Format.Count(_surveys.RepeatedTimes, "time")} that the clocks of {_time.Zone} show twice (the later taken)";
            }

            if (_surveys.DecimalCommas > 0)
            {
                yield return $"a decimal comma in {Format.Count(_surveys.DecimalCommas, "answer")}";
            }

            foreach (var skipped in _source.ReadAs.Skip(1))
            {
                yield return skipped;
            }

            if (_surveys.Repeated > 0)
            {
                yield return _surveys.Repeated == 1
                    ? "1 row repeats an interaction and is not counted: the first counts"
                    : $"{Format.Count(_surveys.Repeated, "row")} repeat an interaction and are not counted: the first of each counts";
            }
        }
    }

    public bool TryRead(out PastSurvey survey)
    {
        while (TryReadRow(out var line, out var slots))
        {
            if (_surveys.TryMake(line, slots, out survey))
            {
                return true;
            }
        }

        survey = default;
        return false;
    }

    public void Dispose()
    {
        _source.Dispose();
        _surveys.Dispose();
    }

    private bool TryReadRow(out long line, out string?[] slots)
    {
        if (_sample.TryDequeue(out var held))
        {
            (line, slots) = held;
            return true;
        }

        slots = _slots;
        return _source.TryRead(slots, out line);
    }

    private void TakeSample()
    {
        while (_sample.Count < UsualSample || (_dates.IsOpen && _sample.Count < LargestSample))
        {
            if (!_source.TryRead(_slots, out var line))
            {
                break;
            }

            _sample.Enqueue((line, [.. _slots]));
            foreach (var fact in Times)
            {
                LookAt(_slots[(int)fact], line);
            }
        }
    }

    private void LookAt(string? text, long line)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var where = FormattableString.Invariant($"{Unit} {line}");
        _firstTime ??= _time.Read(text, out _) is TimeOutcome.NotATime or TimeOutcome.OtherFormat ? null : text.Trim();
        if (_time.Stated.Format is null)
        {
            _dates.Look(where, text);
        }
        else if (_time.IsInFormat(text))
        {
            _fits = true;
        }
        else if (_time.Read(text, out _) != TimeOutcome.Read)
        {
            _unfit ??= (where, text.Trim());
        }
    }

    private string DatesInWords()
    {
        if (_time.Stated.Format is { } format)
        {
            return _time.IsInFormat(_firstTime!) ? $" in the format '{format}', as --dates says" : "";
        }

        if (_time.Stated.Order is { } stated)
        {
            return $"{TimeProblem.Order(stated)}, as --dates says";
        }

        var isFirst = WrittenTimes.TryRead(_firstTime, out var date) && !date.IsSure ? TimeProblem.Order(_time.Order ?? date.Shown) : "";
        return _dates.Proof.Length > 0 && isFirst.Length > 0 ? $"{isFirst} ({_dates.Proof})" : isFirst;
    }
}

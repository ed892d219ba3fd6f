using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Surveys.Times;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>Reads the times of a command line.</summary>
internal static class ExplainedTime
{
    /// <summary>Reads a time.</summary>
    /// <param name="option">The option's name.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="zone">The zone of a time without an offset.</param>
    /// <exception cref="CommandFailure">It is not a time, or only a date.</exception>
    public static DateTimeOffset Read(string option, string text, TimeZoneInfo zone)
    {
        var typed = $"'{SafeText.Clean(text)}'";
        return new SurveyTime(zone).Read(text, out var time) switch
        {
            TimeOutcome.Read => time,
            TimeOutcome.DateAlone => throw Failure($"{option} has no time of day: {typed}. Add it, like 2026-12-23T16:40."),
            TimeOutcome.Ambiguous => throw Failure($"{option} can be two dates: {typed}. Write it like {SurveyTime.Expected}."),
            _ => throw Failure($"{option} is not a time: {typed}. Write it like {SurveyTime.Expected}."),
        };
    }

    private static CommandFailure Failure(string message) => new(message, ExitCode.Usage);
}

using System.CommandLine.Parsing;
using System.Globalization;
using CxoneAssist.Host.Cli.Console;

namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>Whole numbers on the command line, with one message for all errors.</summary>
internal static class WholeNumber
{
    public static Func<ArgumentResult, int> Between(string option, int least, int most) => argument =>
    {
        if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        argument.AddError($"{option} must be a whole number from {Format.Number(least)} to {Format.Number(most)}.");
        return least;
    };
}

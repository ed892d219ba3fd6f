using Spectre.Console;

namespace CxoneAssist.Host.Cli.Console;

/// <summary>
/// An output: with colours and animation on a terminal, as plain lines of 100 columns elsewhere.
/// </summary>
internal sealed class Terminal
{
    private const int PlainWidth = 100;
    private const int NarrowestWidth = 80;
    private const int GreatestWidth = 140;

    private readonly TextWriter _output;

    public Terminal(TextWriter output, bool plain)
    {
        _output = plain ? new TrimmedLines(output) : output;
        IsPlain = plain;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            // By default Spectre detects it on standard output, which may be a file while progress
            // is animated on standard error.
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(_output),

            // They would switch colours on in the logs of some build servers.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        Console.Profile.Width = plain ? PlainWidth : Math.Clamp(Console.Profile.Width, NarrowestWidth, GreatestWidth);
    }

    /// <summary>Whether the output has no animation and no colours.</summary>
    public bool IsPlain { get; }

    public IAnsiConsole Console { get; }

    /// <summary>The character of rules.</summary>
    public char Rule => Console.Profile.Capabilities.Unicode ? '─' : '-';

    /// <summary>The character of bars.</summary>
    public char Bar => Console.Profile.Capabilities.Unicode ? '█' : '#';

    public void WriteHeading(string text) =>
        Write(new Text(SafeText.Clean(text), new Style(decoration: Decoration.Bold)));

    /// <summary>Writes a styled line.</summary>
    public void Write(Text text)
    {
        Console.Write(text);
        Console.Write(Text.NewLine);
    }

    /// <summary>Writes a text below another one: wrapped on a terminal, as one line elsewhere, so that it can be searched.</summary>
    public void WriteIndented(string text)
    {
        if (IsPlain)
        {
            WriteVerbatim("    " + text);
            return;
        }

        Console.Write(new Padder(new Text(text), new Padding(4, 0, 0, 0)));
    }

    /// <summary>
    /// Writes a line unchanged, neither wrapped nor styled, so that it can be copied.
    /// </summary>
    public void WriteVerbatim(string line = "") => _output.WriteLine(line);
}

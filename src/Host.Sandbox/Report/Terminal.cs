using Spectre.Console;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>Where a run is shown: with colours and movement on a terminal, as plain lines of 80 columns anywhere else.</summary>
internal sealed class Terminal
{
    private const int PlainWidth = 80;
    private const int GreatestWidth = 120;

    private readonly TextWriter _output;

    public Terminal(TextWriter output, bool plain)
    {
        _output = plain ? new TrimmedLines(output) : output;
        IsPlain = plain;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(_output),

            // They would switch colours on in the logs of some build servers.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        Console.Profile.Width = plain ? PlainWidth : Math.Clamp(Console.Profile.Width, PlainWidth, GreatestWidth);
    }

    /// <summary>Whether nothing may move and nothing be coloured.</summary>
    public bool IsPlain { get; }

    public IAnsiConsole Console { get; }

    /// <summary>What rules are drawn with.</summary>
    public char Rule => Console.Profile.Capabilities.Unicode ? '─' : '-';

    public static Terminal Open() => new(System.Console.Out, System.Console.IsOutputRedirected);

    /// <summary>Writes a styled line.</summary>
    public void Write(Text text)
    {
        Console.Write(text);
        Console.Write(Text.NewLine);
    }

    /// <summary>Writes a line as it is: neither wrapped nor styled, so that it can be copied.</summary>
    public void WriteVerbatim(string line = "") => _output.WriteLine(line);
}

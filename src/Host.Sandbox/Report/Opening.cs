using CxoneAssist.Host.Sandbox.Running;
using Spectre.Console;

namespace CxoneAssist.Host.Sandbox.Report;

/// <summary>What a run begins with: what is played to whom.</summary>
internal sealed class Opening(Terminal terminal, RunOptions options)
{
    public void Show(Stage stage, int surveys)
    {
        var facts = new Facts();
        facts.Add("CXone look-alike", $"{Address(stage.Cxone.BaseAddress)}  faults: {options.Faults.Name}");
        facts.Add("Host", $"{Address(stage.Http.BaseAddress!)}  {Path.GetFileName(options.HostProgram)}");
        facts.Add("Surveys", Surveys(surveys));
        terminal.WriteVerbatim();
        terminal.Write(new Text("CxoneAssist sandbox", new Style(decoration: Decoration.Bold)));
        terminal.WriteVerbatim();
        facts.Show(terminal);
    }

    private static string Address(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private string Surveys(int surveys) => options.SurveyFile is { } file
        ? $"{Words.Of(surveys)} from {Path.GetFileName(file)}"
        : FormattableString.Invariant($"{Words.Of(surveys)} generated, seed {options.Seed}");
}

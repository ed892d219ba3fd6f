using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Policies;
using CxoneAssist.Host.Cli.Sandbox.Running;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The header of a run: the surveys, the simulator, the service and the policy.</summary>
internal sealed class RunHeader(Terminal terminal, RunOptions options)
{
    public void Show(SandboxStage stage, PlayedPolicy policy, int surveys)
    {
        var facts = new KeyValueList();
        facts.Add("CXone simulator", $"{Address(stage.Cxone.BaseAddress)}  faults: {options.Faults.Name}");
        facts.Add("Service", $"{Address(stage.Http.BaseAddress!)}  {options.Service.Name}");
        facts.Add("Policy", $"{policy.Policy.Name}, version {policy.Policy.ShortHash}, {policy.Origin}");
        facts.Add("Not used", policy.NotUsed);
        facts.Add("Surveys", Surveys(surveys));
        terminal.WriteVerbatim();
        terminal.WriteHeading("CxoneAssist sandbox");
        terminal.WriteVerbatim();
        facts.Show(terminal);
        if (policy.File is not null)
        {
            new PolicyPage(policy.Policy).Show(terminal);
        }
    }

    private static string Address(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private string Surveys(int surveys) => options.SurveyFile is { } file
        ? $"{Format.Number(surveys)} from {Path.GetFileName(file)}"
        : FormattableString.Invariant($"{Format.Number(surveys)} generated, seed {options.Seed}");
}

using CxoneAssist.Host.Cli.Backtest;
using CxoneAssist.Host.Cli.Backtest.Rules;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Cli.Sandbox.Running;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The rules of the policy that no survey met: of these, agreement proves nothing.</summary>
internal sealed class UntriedRules(RunResult result)
{
    public void Show(Terminal terminal)
    {
        var sheet = new TextTable().Sentence("Not tried").Sentence("Applies where").Sentence("The surveys have");
        foreach (var row in Rows())
        {
            sheet.Row([.. row]);
        }

        sheet.Show(terminal);
    }

    private IEnumerable<IReadOnlyList<string>> Rows()
    {
        if (result.Expected is not [var first, ..])
        {
            return [];
        }

        var policy = first.Decision.Policy;
        var rules = new RuleUse(policy);
        foreach (var one in result.Expected)
        {
            rules.Add(new(0, one.Survey.Score, one.Facts, one.Facts.ReceivedAt), one.Decision);
        }

        var rows = RuleRows.Unused(rules.Unused);
        return policy.Suppression is null || result.Suppressed.Count > 0 ? rows : rows.Append(Suppression());
    }

    private string[] Suppression()
    {
        var customers = result.Expected.Where(one => one.Owed is not null).CountBy(one => one.Survey.Customer ?? "")
            .Where(customer => customer.Key.Length > 0).ToList();
        return
        [
            "suppression", "a customer is owed a second task, for a score that is not worse",
            $"customers: {Format.Number(customers.Count)}, owed several tasks: {Format.Number(customers.Count(one => one.Value > 1))}",
        ];
    }
}

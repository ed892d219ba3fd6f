using System.CommandLine;
using CxoneAssist.Compare.Contenders;
using CxoneAssist.Compare.Figures;
using CxoneAssist.Compare.Inboxes;
using CxoneAssist.Compare.Simulator;

namespace CxoneAssist.Compare;

internal static class CompareCommandLine
{
    private static readonly Option<string> BenchFolder = new("--bench-folder")
    {
        Description = "The folder with the Node peer (seed-node) and the bare upper bound (limit).",
        DefaultValueFactory = _ => Path.Combine(Repository.Root, "..", "shared", "bench"),
    };

    private static readonly Option<string[]> Only = new("--only")
    {
        Description = "The figures to take: " + string.Join(", ", Figure.All.Select(figure => figure.Name)) + ". Default all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Contenders = new("--contenders")
    {
        Description = $"Whom to measure: {string.Join(", ", Contender.Names)}. Default all.",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Inbox = new("--inbox")
    {
        Description = "What the host keeps its inbox in. A PostgreSQL server is started for it, and stopped.",
        DefaultValueFactory = _ => InboxStore.Sqlite,
    };

    private static readonly Option<int> Rounds = Number("--rounds", 3, "How often each figure is taken of each contender; medians are shown.");
    private static readonly Option<int> Interactions = Number("--interactions", 40_000, "How many interactions are measured end to end.");
    private static readonly Option<int> Connections = Number("--connections", 64, "How many connections webhooks are sent over at once.");
    private static readonly Option<int> Seconds = Number(
        "--seconds", 8, "How long acknowledgements are counted, and how long the backlog is drained.");
    private static readonly Option<int> Backlog = Number("--backlog", 1_000_000, "How many rows wait in the backlog.");

    private static readonly Option<string?> Host = new("--host")
    {
        Description = "The folder of a published host to measure; where it is not given, src/Host.Web is published.",
    };

    public static RootCommand Create()
    {
        var command = new RootCommand(
            "Measures the published host, a Node service and a minimal service as an upper bound, "
                + "all with the same simulator of CXone.");
        Inbox.AcceptOnlyFromAmong(InboxStore.Sqlite, InboxStore.PostgreSql, InboxStore.Both);
        foreach (var option in new Option[] { BenchFolder, Contenders, Only, Inbox, Rounds, Interactions, Connections, Seconds, Backlog, Host })
        {
            command.Options.Add(option);
        }

        command.Subcommands.Add(SimulatorCommand.Command());
        command.SetAction((parsed, cancellationToken) => Comparison.RunAsync(Read(parsed), cancellationToken));
        return command;
    }

    private static Settings Read(ParseResult parsed) => new(
        Path.GetFullPath(parsed.GetValue(BenchFolder)!),
        parsed.GetValue(Contenders) is { Length: > 0 } contenders ? contenders : Contender.Names,
        parsed.GetValue(Only) is { Length: > 0 } only ? only : [.. Figure.All.Select(figure => figure.Name)],
        parsed.GetValue(Inbox) is InboxStore.Both ? [InboxStore.Sqlite, InboxStore.PostgreSql] : [parsed.GetValue(Inbox)!],
        parsed.GetValue(Rounds),
        parsed.GetValue(Interactions),
        parsed.GetValue(Connections),
        TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
        parsed.GetValue(Backlog),
        parsed.GetValue(Host));

    private static Option<int> Number(string name, int usual, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name} must be 1 or more.");
            }
        });
        return option;
    }
}

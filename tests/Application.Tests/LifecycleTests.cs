using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using CxoneAssist.Application.Tests.Operators;
using CxoneAssist.Application.Tests.Fakes;
using CxoneAssist.Domain;

namespace CxoneAssist.Application.Tests;

/// <summary>
/// The table and the diagram of transitions in docs/architecture.md are what the transitions do when they are tried on
/// follow-ups in every state. <c>CXONEASSIST_RECORD</c> writes them anew.
/// </summary>
internal sealed class LifecycleTests
{
    private const string Begin = "<!-- transitions -->";
    private const string End = "<!-- end of transitions -->";

    private static readonly string[] States = ["received", "received, decided", "creating", "created", "done", "parked"];

    [Test]
    public void Transitions_InTheDocument_AreThoseOfTheCode()
    {
        var document = File.ReadAllText(Document);
        var (before, after) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        var told = $"\n\n{Table()}\n{Diagram()}\n";
        if (Environment.GetEnvironmentVariable("CXONEASSIST_RECORD") is { Length: > 0 })
        {
            File.WriteAllText(Document, document[..before] + told + document[after..]);
        }

        Assert.That(document[before..after], Is.EqualTo(told));
    }

    [Test]
    public void Transitions_InTheFile_AreAllThatChangeAFollowUp()
    {
        // A state is set where the record is made and in the transitions; everything else only stores what those return.
        var sources = Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text
                && text.Contains("State = FollowUpState.", StringComparison.Ordinal) && text.Contains("with", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.That(sources, Is.EqualTo(["FollowUp.Transitions.cs"]));
    }

    private static string Table()
    {
        var table = new StringBuilder("| transition | from | to |\n|---|---|---|\n");
        foreach (var transition in Transitions())
        {
            var moves = Moves(transition).ToList();
            var stays = moves.All(move => move.From == move.To);
            table.Append("| `").Append(transition.Name).Append("` | ").AppendJoin("; ", moves.Select(move => move.From).Distinct()).Append(" | ")
                .Append(stays ? "the same" : string.Join("; ", moves.Select(move => move.To).Distinct())).Append(" |\n");
        }

        return table.ToString();
    }

    private static string Diagram()
    {
        var diagram = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> received: webhook\n");
        var edges =
            from transition in Transitions()
            from move in Moves(transition)
            let edge = (From: Node(move.From), To: Node(move.To))
            where edge.From != edge.To
            group transition.Name by edge;
        foreach (var edge in edges.OrderBy(edge => Array.IndexOf(States, edge.Key.From)).ThenBy(edge => Array.IndexOf(States, edge.Key.To)))
        {
            diagram.Append("    ").Append(edge.Key.From).Append(" --> ").Append(edge.Key.To).Append(": ")
                .AppendJoin(", ", edge.Distinct()).Append('\n');
        }

        return diagram.Append("```").ToString();

        static string Node(string state) => state.Split(',')[0];
    }

    private static IEnumerable<(string From, string To)> Moves(MethodInfo transition) =>
        from followUp in Situation.All.Values.Concat(Situation.MoreStates)
        let to = Try(transition, followUp)
        where to is not null
        let move = (From: NameOf(followUp), To: NameOf(to))
        group move by move into one
        orderby Array.IndexOf(States, one.Key.From), Array.IndexOf(States, one.Key.To)
        select one.Key;

    private static IEnumerable<MethodInfo> Transitions() =>
        typeof(FollowUp).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.IsAssembly && method.ReturnType == typeof(FollowUp) && !method.IsDefined(typeof(CompilerGeneratedAttribute)))
            .OrderBy(method => method.MetadataToken);

    private static FollowUp? Try(MethodInfo transition, FollowUp followUp)
    {
        try
        {
            return (FollowUp)transition.Invoke(followUp, [.. transition.GetParameters().Select(Argument)])!;
        }
        catch (TargetInvocationException refused) when (refused.InnerException is InvalidOperationException)
        {
            return null;
        }
    }

    private static object Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "text",
        var type when type == typeof(bool) => true,
        var type when type == typeof(FollowUpStep) => FollowUpStep.Form,
        var type when type == typeof(DateTimeOffset) => JumpingTime.Morning,
        var type when type == typeof(RecordedDecision) => Situation.Owed,
        var type when type == typeof(CompletedInteraction) => FlowHarness.Interaction,
        var type when type == typeof(IReadOnlyList<string>) => (string[])["task-1"],
        var type when type == typeof(SuppressionVerdict) => Situation.Suppressed,
        var type => throw new NotSupportedException($"Say here what a {type.Name} is."),
    };

    private static string NameOf(FollowUp followUp) => followUp is { State: FollowUpState.Received, Decision: not null }
        ? "received, decided"
        : followUp.State.ToString().ToLowerInvariant();

    private static string Document => Repository.At("docs", "architecture.md");
}

using System.CommandLine;
using System.CommandLine.Parsing;
using CxoneAssist.Domain;
using CxoneAssist.Host.Cli.CommandLine;

namespace CxoneAssist.Host.Cli.Policies;

/// <summary>The command <c>policy explain</c>: one decision, step by step.</summary>
internal sealed class ExplainCommand
{
    private readonly TimeProvider _time;
    private readonly Argument<string> _file = new("FILE") { Description = "The policy's file." };
    private readonly Option<string?> _score =
        Text("--score", "The literal answer to the score's question. Default none.", "SCORE");
    private readonly Option<string?> _at = Text(
        "--at", "When the interaction ended; without an offset, in the calendar's zone. Default now.", "TIME");
    private readonly Option<string?> _received =
        Text("--received", "When the webhook was received. Default --at.", "TIME");
    private readonly Option<string?> _submitted =
        Text("--submitted", "When the customer sent the form. Default not known.", "TIME");
    private readonly Option<string?> _now = Text("--now", "When it is decided. Default the latest of these.", "TIME");
    private readonly Option<string?> _skill = Text("--skill", "The skill.");
    private readonly Option<string?> _queue = Text("--queue", "The queue.");
    private readonly Option<string?> _channel = Text("--channel", "The channel.");
    private readonly Option<string?> _language = Text("--language", "The language.");
    private readonly Option<string?> _customer = Text("--customer", "The customer's id.");
    private readonly Option<string?> _agent = Text("--agent", "The agent's id.");

    private readonly Option<string[]> _responses = new("--response")
    {
        Description = "Another answer of the form. May be given again.",
        HelpName = "FIELD=VALUE",
        Validators = { CheckResponses },
    };

    private ExplainCommand(TimeProvider time) => _time = time;

    public static Command Create(CommandContext context)
    {
        var self = new ExplainCommand(context.Time);
        var command = new ToolCommand("explain", "Decides on one answer and explains every step.", """
            cxone-assist policy explain policy.json --score 2.5 --at 2026-12-23T16:40+01:00
            cxone-assist policy explain policy.json --score 3 --skill vip --response issue_resolved=no --json
            """).With(
                self._file, self._score, self._at, self._received, self._submitted, self._now, self._skill, self._queue,
                self._channel,
                self._language, self._customer, self._agent, self._responses);
        command.SetHandler(context, async (parsed, cancellationToken) =>
            self.Explain(parsed, await PolicyFiles.ReadAsync(parsed.GetRequiredValue(self._file), cancellationToken)));
        return command;
    }

    private ExplainOutput Explain(ParseResult parsed, FollowUpPolicy policy)
    {
        var zone = policy.Calendar?.Zone ?? TimeZoneInfo.Utc;
        var at = Time(parsed, _at, zone) ?? _time.GetUtcNow();
        var (received, submitted) = (Time(parsed, _received, zone) ?? at, Time(parsed, _submitted, zone));
        var now = Time(parsed, _now, zone) ?? (submitted > received ? submitted.Value : received);
        var facts = new PolicyInput(
            Interaction(parsed, at), received, new PostInteractionForm([.. Responses(parsed, policy)], submitted));
        var decision = policy.Decide(facts, now);
        return new ExplainOutput(policy, decision, facts.Interaction.CustomerId,
        [
            .. AnswerNotes.Unused(policy, facts.Form.Responses),
            .. AnswerNotes.DecimalComma(decision, parsed.GetValue(_score)),
        ]);
    }

    private CompletedInteraction Interaction(ParseResult parsed, DateTimeOffset at) =>
        new("interaction", parsed.GetValue(_agent) ?? "agent")
        {
            CompletedAt = at,
            CustomerId = parsed.GetValue(_customer),
            Skill = parsed.GetValue(_skill),
            Queue = parsed.GetValue(_queue),
            Channel = parsed.GetValue(_channel),
            Language = parsed.GetValue(_language),
        };

    // The score is the first field's; answers to the others are responses.
    private IEnumerable<FormResponse> Responses(ParseResult parsed, FollowUpPolicy policy)
    {
        if (parsed.GetValue(_score) is { } score)
        {
            yield return new FormResponse(policy.Question.Fields[0], score);
        }

        foreach (var response in parsed.GetValue(_responses) ?? [])
        {
            var split = response.IndexOf('=', StringComparison.Ordinal);
            yield return new FormResponse(response[..split], response[(split + 1)..]);
        }
    }

    private static Option<string?> Text(string name, string description, string? help = null) =>
        new(name) { Description = description, HelpName = help ?? name.TrimStart('-').ToUpperInvariant() };

    private static DateTimeOffset? Time(ParseResult parsed, Option<string?> option, TimeZoneInfo zone) =>
        parsed.GetValue(option) is { } text ? ExplainedTime.Read(option.Name, text, zone) : null;

    private static void CheckResponses(OptionResult result)
    {
        if (result.Tokens.Any(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError("--response takes FIELD=VALUE.");
        }
    }
}

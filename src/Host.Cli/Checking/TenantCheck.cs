using CxoneAssist.Application;
using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Cxone.Tokens;
using CxoneAssist.Infrastructure.Cxone.Workflow;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Cli.Checking;

/// <summary>
/// Asks CXone for a token, a form and a look-up: the read-only calls, through the host's own
/// adapters. Calls that create something are never made, so their scopes are judged by the token
/// alone.
/// </summary>
internal sealed class TenantCheck(
    TokenCache tokens, IPostInteractionForms forms, IWorkflowTasks tasks, IOptions<CxoneOptions> options, IOptions<FollowUpOptions> followUps)
{
    public const string Settings = "settings";

    // Not a customer's interaction: CXone's answer for it shows whether the call is allowed.
    private const string UnknownInteraction = "cxone-assist-check";

    private const string TryAgain = "Try again; if the error persists, ask your CXone administrator.";

    private const string ScopesRemedy =
        $"The host needs {WorkflowScopes.All}: give the API client these scopes in CXone, and leave "
            + $"{CxoneOptions.Section}:Scopes unset or name all.";

    private static readonly string[] Needed = WorkflowScopes.All.Split(' ');

    private static readonly string[] BuiltUponToken = ["token", "scopes", "form", "look-up"];

    private CxoneOptions Options => options.Value;

    private string Mode => followUps.Value.Mode == FollowUpMode.Live
        ? "Mode Live: it would create tasks and notify agents."
        : "Mode Shadow: it would create no task and notify no agent.";

    public async Task<IReadOnlyList<Finding>> RunAsync(string? interactionId, CancellationToken cancellationToken)
    {
        List<Finding> findings = [new(Settings, Verdict.Ok, $"Complete: the host would start with them. {Mode}")];
        var answer = await tokens.GetAsync(cancellationToken);
        findings.Add(Reached(answer));
        if (answer is TokenAnswer.Failed failed)
        {
            findings.AddRange(WithoutToken(failed));
            return findings;
        }

        findings.Add(new("token", Verdict.Ok, "Granted."));
        findings.Add(Scopes());
        findings.Add(await FormAsync(interactionId, cancellationToken));
        findings.Add(await LookUpAsync(interactionId, cancellationToken));
        return findings;
    }

    private Finding Reached(TokenAnswer answer) => answer is TokenAnswer.Failed { Cause: NoTokenCause.Outage } outage
        ? new(
            "reach", Verdict.Failed, outage.Failure.Reason,
            $"Check {CxoneOptions.Section}:Org or :BaseUrl (CXONE_ORG, CXONE_BASE_URL), the network and its proxies.")
        : new("reach", Verdict.Ok, $"{Options.Address.GetLeftPart(UriPartial.Authority)} answers.");

    private static IEnumerable<Finding> WithoutToken(TokenAnswer.Failed failed) => BuiltUponToken.Select(check =>
        check == BuiltUponToken[0] && failed.Cause != NoTokenCause.Outage
            ? new Finding(check, Verdict.Failed, failed.Failure.Reason)
            : new Finding(
                check,
                Verdict.Skipped,
                check == BuiltUponToken[0] ? "CXone was not reached." : "Nothing can be asked without a token."));

    private Finding Scopes()
    {
        string[] asked = [.. Options.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        if (tokens.GrantedScopes is { } granted)
        {
            string[] missing = [.. Needed.Union(asked, GrantedScopes.Comparer).Except(granted, GrantedScopes.Comparer)];
            return missing.Length == 0
                ? new("scopes", Verdict.Ok, $"Granted: {string.Join(' ', granted.Order(StringComparer.Ordinal))}.")
                : new("scopes", Verdict.Failed, $"CXone did not grant {string.Join(' ', missing)}.", ScopesRemedy);
        }

        // An answer without scopes grants the requested ones.
        return asked.Length > 0 && Needed.Except(asked, GrantedScopes.Comparer).ToArray() is { Length: > 0 } notAsked
            ? new(
                "scopes", Verdict.Failed,
                $"{CxoneOptions.Section}:Scopes does not ask for {string.Join(' ', notAsked)}.", ScopesRemedy)
            : new(
                "scopes", Verdict.Warning, "CXone does not say which scopes it granted.",
                $"Make sure that the API client has {WorkflowScopes.All}; those for creating tasks and notifying "
                    + "agents are checked only when the host uses them.");
    }

    private async Task<Finding> FormAsync(string? interactionId, CancellationToken cancellationToken) =>
        await forms.ReadAsync(interactionId ?? UnknownInteraction, cancellationToken) switch
        {
            FormAnswer.Found found => new("form", Verdict.Ok, $"Read, with {found.Form.Responses.Count} answers."),
            FormAnswer.NotYet when interactionId is null => new(
                "form", Verdict.Ok, "Forms may be read, judged by an unknown interaction.",
                "Name an interaction that has a form with --interaction."),
            FormAnswer.NotYet => new(
                "form", Verdict.Warning, "Forms may be read, but CXone has none for this interaction.",
                "Name one whose customer has answered the survey."),
            FormAnswer.Failed failed => new("form", Verdict.Failed, failed.Failure.Reason, FormRemedy(failed.Failure)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string FormRemedy(CallFailure failure) => failure.Kind == FailureKind.Rejected
        ? "Give the API client interaction:read and postinteractionform:read, and rights on the interactions' data."
        : TryAgain;

    private async Task<Finding> LookUpAsync(string? interactionId, CancellationToken cancellationToken) =>
        await tasks.FindAsync(new TaskQuery(interactionId ?? UnknownInteraction), cancellationToken) switch
        {
            TaskLookup.Found found =>
                new("look-up", Verdict.Ok, $"Tasks can be looked up: {found.TaskIds.Count} for this interaction."),
            TaskLookup.None => new("look-up", Verdict.Ok, "Tasks can be looked up."),
            TaskLookup.Unsupported { Status: 403 } forbidden => new(
                "look-up", Verdict.Failed, forbidden.Reason,
                $"{ScopesRemedy} Then check its rights on {CxoneOptions.Section}:CustomFieldId."),
            TaskLookup.Unsupported unsupported => new(
                "look-up", Verdict.Warning, $"Tasks cannot be looked up: {unsupported.Reason}",
                $"Check {CxoneOptions.Section}:CustomFieldId. "
                + "Without look-ups, CxoneAssist:FollowUp:OnUnconfirmed decides about a creation without an answer."),
            TaskLookup.Failed failed => new("look-up", Verdict.Failed, failed.Failure.Reason, TryAgain),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

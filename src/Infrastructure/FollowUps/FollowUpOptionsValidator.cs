using CxoneAssist.Application;
using CxoneAssist.Domain;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.FollowUps;

internal sealed class FollowUpOptionsValidator : IValidateOptions<FollowUpOptions>
{
    public const string Section = "CxoneAssist:FollowUp";

    public ValidateOptionsResult Validate(string? name, FollowUpOptions options)
    {
        List<string> failures = [];
        if (!Enum.IsDefined(options.OnUnconfirmed))
        {
            failures.Add($"{Section}:OnUnconfirmed must be HoldThenCreate, Hold or CreateAgain.");
        }

        if (!Enum.IsDefined(options.Mode))
        {
            failures.Add(ModeSetting.Fault);
        }

        if (options.FallbackAssignee is not null && !Identifier.IsValid(options.FallbackAssignee))
        {
            failures.Add($"{Section}:FallbackAssignee must be the id of an agent or a queue, or left unset.");
        }

        CheckTexts(failures, options.Texts);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckTexts(List<string> failures, FollowUpTexts texts)
    {
        CheckText(failures, texts.Subject, nameof(texts.Subject), taskIsKnown: false);
        CheckText(failures, texts.Description, nameof(texts.Description), taskIsKnown: false);
        CheckText(failures, texts.PossibleDuplicate, nameof(texts.PossibleDuplicate), taskIsKnown: false);
        CheckText(failures, texts.Notification, nameof(texts.Notification), taskIsKnown: true);
    }

    private static void CheckText(List<string> failures, string text, string key, bool taskIsKnown)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            failures.Add($"{Section}:Texts:{key} must not be empty.");
            return;
        }

        TextTemplate.Parse(text, taskIsKnown, out var unknown);
        var known = string.Join(", ", TextTemplate.KnownPlaceholders(taskIsKnown));
        failures.AddRange(unknown.Distinct().Select(
            placeholder => $"{Section}:Texts:{key} holds the unknown placeholder {{{placeholder}}}; known are {known}."));
    }
}

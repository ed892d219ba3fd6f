using CxoneAssist.Domain;
using CxoneAssist.Infrastructure.Inbox;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Policies;

/// <summary>Reads the files at the start: a service must not go by another policy than the one that was meant.</summary>
internal sealed class PolicyOptionsValidator(IOptions<InboxOptions> inbox, FollowUpPolicy? own = null) : IValidateOptions<PolicyOptions>
{
    public ValidateOptionsResult Validate(string? name, PolicyOptions options)
    {
        try
        {
            var retention = inbox.Value.Retention;
            List<string> failures =
            [
                .. Check(nameof(options.File), options.File, retention, "the built-in policy, or one registered with the services, is meant"),
                .. Check(nameof(options.Shadow), options.Shadow, retention, "none is meant"),
            ];
            if (own is not null && !string.IsNullOrWhiteSpace(options.File))
            {
                failures.Add(
                    $"{PolicyOptions.Section}:{nameof(options.File)} names a file, but the service registers a FollowUpPolicy of its own, '{own.Name}', "
                    + "which would be used instead: leave the setting out, or do not register one.");
            }

            if (own is not null && PolicyContent.Objection(own, retention) is { } objection)
            {
                failures.Add($"The registered policy '{own.Name}' {objection}");
            }

            return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
        }
        catch (OptionsValidationException)
        {
            return ValidateOptionsResult.Skip; // Said by the inbox's own validator.
        }
    }

    // A blank name is no default: a variable that was never filled in would have customers treated by another policy than the one that was meant.
    private static IReadOnlyList<string> Check(string key, string? file, TimeSpan retention, string otherwise)
    {
        var setting = $"{PolicyOptions.Section}:{key}";
        return file is null ? []
            : string.IsNullOrWhiteSpace(file)
                ? [$"{setting} is blank: name a policy's file, or leave the setting out where {otherwise}."]
            : WatchedPolicy.Check(setting, file, retention);
    }
}

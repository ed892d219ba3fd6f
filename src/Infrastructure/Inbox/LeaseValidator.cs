using CxoneAssist.Application.Ports;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>
/// A task is only created while the lease outlasts the call's time-out; with a lease that
/// never does, no task would ever be created.
/// </summary>
internal sealed class LeaseValidator(IOptions<CxoneOptions> cxone, CxoneUse use) : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        if (!use.IsPossible(typeof(IWorkflowTasks)))
        {
            return ValidateOptionsResult.Success; // The service's own part knows how long its calls take.
        }

        try
        {
            return options.Lease >= 2 * cxone.Value.CreateTimeout
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "CxoneAssist:Inbox:Lease must be at least twice CxoneAssist:Cxone:CreateTimeout: lengthen the one or shorten the other.");
        }
        catch (OptionsValidationException)
        {
            return ValidateOptionsResult.Skip; // Said by the connection's own validator.
        }
    }
}

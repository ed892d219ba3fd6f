using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>A task is not looked up before its creation has timed out, unless the settings say so: CXone may still be at work on it.</summary>
internal sealed class LookUpAfterCreation(IOptions<CxoneOptions> cxone) : IPostConfigureOptions<FollowUpOptions>
{
    public void PostConfigure(string? name, FollowUpOptions options)
    {
        try
        {
            if (options.LookUpDelay == FollowUpOptions.DefaultLookUpDelay && cxone.Value.CreateTimeout > options.LookUpDelay)
            {
                options.LookUpDelay = cxone.Value.CreateTimeout;
            }
        }
        catch (OptionsValidationException)
        {
            // Said by the connection's own validator.
        }
    }
}

using CxoneAssist.Application;
using CxoneAssist.Infrastructure.Cxone;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.FollowUps;

/// <summary>
/// Chooses the delay where the settings leave it open: a task is not looked up before its creation
/// has timed out, because CXone may still be at work on it.
/// </summary>
internal sealed class LookUpAfterCreation(IOptions<CxoneOptions> cxone) : IPostConfigureOptions<FollowUpOptions>
{
    public void PostConfigure(string? name, FollowUpOptions options)
    {
        if (options.LookUpDelay is not null)
        {
            return;
        }

        try
        {
            var (usual, timeout) = (FollowUpOptions.DefaultLookUpDelay, cxone.Value.CreateTimeout);
            options.LookUpDelay = timeout > usual ? timeout : usual;
        }
        catch (OptionsValidationException)
        {
            // Said by the connection's own validator.
        }
    }
}
